import { describeTruth } from './describe-truth.js';

describeTruth('playwright', ['playwright']);
