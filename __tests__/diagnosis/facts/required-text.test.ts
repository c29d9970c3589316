import { describe, expect, test } from '@jest/globals';
import { execIfThere, requiredText } from '../../../src/diagnosis/facts/required-text.js';

describe('the text that every match of a pattern contains', () => {
  test.each([
    [/waiting for (?:selector|event) (.{1,20})/, 'waiting for '],
    [/^(?<a>.{1,160}) not found in (?<e>.{1,200})$/, ' not found in '],
    [/fixture '([^']{1,120})' not found/, "' not found"],
    [/\bUnable to resolve module (\S{1,160})/, 'Unable to resolve module '],
    [/timed? out/, 'time'],
    [/colou+rs/, 'colou'],
    [/abc{0,3}def/, 'def'],
    [/(?:one|another) thing/, ' thing'],
    [/expect\(locator\)\.to/, 'expect(locator).to'],
    [/[a|b]def(?=ghijk)/, 'def'],
    [/a\d+b\w\nc/, ''],
    [/one|another/, ''],
    [/not in here/i, ''],
    [/(?:optional words)? end/, ' end'],
    [/\u2192 sent \x41/, ' sent '],
    [/(?<one>a)\k<one> and \cJbc/, ' and '],
    [/(a (nested \) group|or not)) last/, ' last'],
    [/[^\])(]+ after/, ' after'],
  ])('%s: "%s"', (pattern, text) => {
    expect(requiredText(pattern)).toBe(text);
  });

  test.each([
    [/waiting for (\w+)/, 'waiting for nothing'],
    [/waiting for (\w+)/, 'nothing is waited for'],
    [/(?:one|another) thing/, 'another thing'],
    [/one|another/, 'this is another'],
    [/Not In Here/i, 'it is not in here'],
  ])('%s in "%s" is what exec finds', (pattern, text) => {
    expect(execIfThere(pattern, text)).toEqual(pattern.exec(text));
    expect(execIfThere(pattern, text)).toEqual(pattern.exec(text));
  });
});
