import { describeTruth } from './describe-truth.js';

describeTruth('behave', ['python']);
