import type { Rule } from './rule.js';

const base = { category: 'data', confidence: 'high', on: 'head' } as const;

/** Something that should be there is null: each language has one fixed sentence for it. */
export const NULL_RULES: readonly Rule[] = [
  {
    ...base,
    name: 'data/null-javascript',
    kind: 'null-deref',
    match:
      /Cannot (?:read|set) propert(?:y|ies) .{0,120}of (?:null|undefined)|(?:null|undefined) is not an object|Cannot destructure property .{0,120} as it is (?:null|undefined)|Cannot convert undefined or null to object|(?:undefined|null) is not iterable|can't access property .{0,120}(?:undefined|null)|\w (?:is|was) (?:null|undefined)$/,
    why: 'V8, JavaScriptCore and SpiderMonkey sentences for a member of null or undefined.',
  },
  {
    ...base,
    name: 'data/null-python',
    kind: 'null-deref',
    match:
      /'NoneType' object (?:has no attribute|is not \w+|does not support|cannot be)|argument of type 'NoneType'|unsupported operand type\(s\).{0,80}'NoneType'|not '?NoneType'?$|not 'NoneType'|got NoneType|not supported between instances of .{0,80}'NoneType'/,
    why: 'CPython names NoneType when None is used as a value.',
  },
  {
    ...base,
    name: 'data/null-jvm-dotnet',
    kind: 'null-deref',
    match:
      /\bNullPointerException\b|\bNullReferenceException\b|Cannot (?:invoke|read|load|store|throw|enter|assign).{0,200}because .{0,200} is null|Object reference not set to an instance|\bArgumentNullException\b|Value cannot be null|\bkotlin\.KotlinNullPointerException/,
    unless: /environment variable/i,
    why: 'JVM (helpful NPE messages, JEP 358) and .NET sentences.',
  },
  {
    ...base,
    name: 'data/null-native',
    kind: 'null-deref',
    match:
      /nil pointer dereference|invalid memory address|`?Option::(?:unwrap|expect)\(\)`? on a `?None|undefined method [`'].{1,80}' for nil|(?:NoMethodError.{0,80}\bnil\b)|Call to a member function .{1,80} on (?:null|bool)|Attempt to (?:read|assign) property .{0,80} on (?:null|bool)|Trying to (?:access array offset|get property).{0,60}null|[Uu]nexpectedly found nil|Null check operator used|attempt to (?:index|call) a nil value|None\.get\b|(?:expected .{0,60})?got nil\b.{0,20}deref/,
    why: 'Go, Rust, Ruby, PHP, Swift, Dart, Lua and Scala sentences.',
  },
];
