import { listOf, member, textOf } from '../model/json-value.js';

/** Child elements of one name; an element is `{ $: attributes, child: [element] }`, or its text alone. */
export function children(element: unknown, name: string): readonly unknown[] {
  return listOf(element, name);
}

/** An attribute; empty when there is none. */
export function attribute(element: unknown, name: string): string {
  return textOf(member(element, '$'), name);
}

/** Elements at the end of a path of names: `descend(report, 'packages', 'package')`. */
export function descend(element: unknown, ...names: readonly string[]): readonly unknown[] {
  return names.reduce<readonly unknown[]>((all, name) => all.flatMap((one) => children(one, name)), [element]);
}
