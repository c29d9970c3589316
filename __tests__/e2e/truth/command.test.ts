import { describeTruth } from './describe-truth.js';

describeTruth('command', ['python']);
