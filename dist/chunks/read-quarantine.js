import { _t as linesOfItems, ht as parseQuarantine, mt as NO_QUARANTINE, vt as parseYaml } from "./start.js";
// src/app/read/read-quarantine.ts
/** The entries of a quarantine file. Those on lines that the pull request changes do not count before it is merged. What is wrong with it is an error; an entry that has expired is a warning. `now`: epoch milliseconds. */
function parseQuarantineText(text, { quarantineFile }, now, isChanged = () => false) {
	const yaml = parseYaml(text);
	if (!yaml.ok) {
		const { message, remedy } = yaml;
		const problem = {
			severity: "error",
			place: quarantineFile,
			message: `${message}.`,
			remedy
		};
		return {
			...NO_QUARANTINE,
			problems: [problem]
		};
	}
	const lines = linesOfItems(text);
	const name = quarantineFile.split(/[\\/]/).at(-1) ?? quarantineFile;
	return parseQuarantine(yaml.value, name, now, (index) => isChanged(...lines[index] ?? [0, 0]));
}
export { parseQuarantineText };
