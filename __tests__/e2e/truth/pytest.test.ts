import { describeTruth } from './describe-truth.js';

describeTruth('pytest', ['python']);
