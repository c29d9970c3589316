// Bundled by language-service.ts.
export { validate } from '@actions/languageservice';
export { TextDocument } from 'vscode-languageserver-textdocument';
