import { i as __require, o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { At as renderMarkdownReport, Bn as envOf, Dn as withLocalRemedy, G as FLAG_KEYS, Gn as namedGroups, Hn as prepare, Hr as pathsOf, In as qualityPreparer, Ir as settingsError, Pr as didYouMean, Sn as isProposed, St as withHistoryNote, Vr as foldersUpTo, Wn as groupsWithTools, Wr as shellWord, _ as readSettings, at as environmentOf, bt as localPast, et as problemLine, gt as formatYaml, hr as insidePath, in as buildView, it as NOTHING_MEASURED, jt as renderHtmlReport, l as runAction, lr as ALL, nt as suitesMapping, or as formatCount, ot as publishContext, pt as terminalOptions, r as VERSION, rn as renderTerminal, t as createServices, tt as settingsMessage, ur as chooseSuites, v as settingsOfInputs, vt as parseYaml, w as isSuiteLine, y as SETTINGS_FILES, yt as baselineOf } from "./start.js";
import { i as fine, r as outputOf, t as examineCommand } from "./examine-command.js";
import { i as withRunProblems, r as reportFromEvidence, t as evidenceInFolder } from "./find-evidence.js";
import { t as RULES_NOTE } from "./diagnose-run.js";
import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
// node_modules/commander/lib/error.js
var require_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* CommanderError class
	*/
	var CommanderError = class extends Error {
		/**
		* Constructs the CommanderError class
		* @param {number} exitCode suggested exit code which could be used with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		*/
		constructor(exitCode, code, message) {
			super(message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
			this.code = code;
			this.exitCode = exitCode;
			this.nestedError = void 0;
		}
	};
	/**
	* InvalidArgumentError class
	*/
	var InvalidArgumentError = class extends CommanderError {
		/**
		* Constructs the InvalidArgumentError class
		* @param {string} [message] explanation of why argument is invalid
		*/
		constructor(message) {
			super(1, "commander.invalidArgument", message);
			Error.captureStackTrace(this, this.constructor);
			this.name = this.constructor.name;
		}
	};
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
}));
// node_modules/commander/lib/argument.js
var require_argument = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Argument = class {
		/**
		* Initialize a new command argument with the given name and description.
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @param {string} name
		* @param {string} [description]
		*/
		constructor(name, description) {
			this.description = description || "";
			this.variadic = false;
			this.parseArg = void 0;
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.argChoices = void 0;
			switch (name[0]) {
				case "<":
					this.required = true;
					this._name = name.slice(1, -1);
					break;
				case "[":
					this.required = false;
					this._name = name.slice(1, -1);
					break;
				default:
					this.required = true;
					this._name = name;
			}
			if (this._name.endsWith("...")) {
				this.variadic = true;
				this._name = this._name.slice(0, -3);
			}
		}
		/**
		* Return argument name.
		*
		* @return {string}
		*/
		name() {
			return this._name;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Argument}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Set the custom handler for processing CLI command arguments into argument values.
		*
		* @param {Function} [fn]
		* @return {Argument}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Only allow argument value to be one of choices.
		*
		* @param {string[]} values
		* @return {Argument}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Make argument required.
		*
		* @returns {Argument}
		*/
		argRequired() {
			this.required = true;
			return this;
		}
		/**
		* Make argument optional.
		*
		* @returns {Argument}
		*/
		argOptional() {
			this.required = false;
			return this;
		}
	};
	/**
	* Takes an argument and returns its human readable equivalent for help usage.
	*
	* @param {Argument} arg
	* @return {string}
	* @private
	*/
	function humanReadableArgName(arg) {
		const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
		return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
	}
	exports.Argument = Argument;
	exports.humanReadableArgName = humanReadableArgName;
}));
// node_modules/commander/lib/help.js
var require_help = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { humanReadableArgName } = require_argument();
	/**
	* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
	* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
	* @typedef { import("./argument.js").Argument } Argument
	* @typedef { import("./command.js").Command } Command
	* @typedef { import("./option.js").Option } Option
	*/
	var Help = class {
		constructor() {
			this.helpWidth = void 0;
			this.minWidthToWrap = 40;
			this.sortSubcommands = false;
			this.sortOptions = false;
			this.showGlobalOptions = false;
		}
		/**
		* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
		* and just before calling `formatHelp()`.
		*
		* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
		*
		* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
		*/
		prepareContext(contextOptions) {
			this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
		}
		/**
		* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
		*
		* @param {Command} cmd
		* @returns {Command[]}
		*/
		visibleCommands(cmd) {
			const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
			const helpCommand = cmd._getHelpCommand();
			if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
			if (this.sortSubcommands) visibleCommands.sort((a, b) => {
				return a.name().localeCompare(b.name());
			});
			return visibleCommands;
		}
		/**
		* Compare options for sort.
		*
		* @param {Option} a
		* @param {Option} b
		* @returns {number}
		*/
		compareOptions(a, b) {
			const getSortKey = (option) => {
				return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
			};
			return getSortKey(a).localeCompare(getSortKey(b));
		}
		/**
		* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleOptions(cmd) {
			const visibleOptions = cmd.options.filter((option) => !option.hidden);
			const helpOption = cmd._getHelpOption();
			if (helpOption && !helpOption.hidden) {
				const removeShort = helpOption.short && cmd._findOption(helpOption.short);
				const removeLong = helpOption.long && cmd._findOption(helpOption.long);
				if (!removeShort && !removeLong) visibleOptions.push(helpOption);
				else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description));
				else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description));
			}
			if (this.sortOptions) visibleOptions.sort(this.compareOptions);
			return visibleOptions;
		}
		/**
		* Get an array of the visible global options. (Not including help.)
		*
		* @param {Command} cmd
		* @returns {Option[]}
		*/
		visibleGlobalOptions(cmd) {
			if (!this.showGlobalOptions) return [];
			const globalOptions = [];
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
				const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
				globalOptions.push(...visibleOptions);
			}
			if (this.sortOptions) globalOptions.sort(this.compareOptions);
			return globalOptions;
		}
		/**
		* Get an array of the arguments if any have a description.
		*
		* @param {Command} cmd
		* @returns {Argument[]}
		*/
		visibleArguments(cmd) {
			if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
				argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
			});
			if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
			return [];
		}
		/**
		* Get the command term to show in the list of subcommands.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandTerm(cmd) {
			const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
			return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
		}
		/**
		* Get the option term to show in the list of options.
		*
		* @param {Option} option
		* @returns {string}
		*/
		optionTerm(option) {
			return option.flags;
		}
		/**
		* Get the argument term to show in the list of arguments.
		*
		* @param {Argument} argument
		* @returns {string}
		*/
		argumentTerm(argument) {
			return argument.name();
		}
		/**
		* Get the longest command term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestSubcommandTermLength(cmd, helper) {
			return helper.visibleCommands(cmd).reduce((max, command) => {
				return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
			}, 0);
		}
		/**
		* Get the longest option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestOptionTermLength(cmd, helper) {
			return helper.visibleOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest global option term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestGlobalOptionTermLength(cmd, helper) {
			return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
				return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
			}, 0);
		}
		/**
		* Get the longest argument term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		longestArgumentTermLength(cmd, helper) {
			return helper.visibleArguments(cmd).reduce((max, argument) => {
				return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
			}, 0);
		}
		/**
		* Get the command usage to be displayed at the top of the built-in help.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandUsage(cmd) {
			let cmdName = cmd._name;
			if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
			let ancestorCmdNames = "";
			for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
			return ancestorCmdNames + cmdName + " " + cmd.usage();
		}
		/**
		* Get the description for the command.
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		commandDescription(cmd) {
			return cmd.description();
		}
		/**
		* Get the subcommand summary to show in the list of subcommands.
		* (Fallback to description for backwards compatibility.)
		*
		* @param {Command} cmd
		* @returns {string}
		*/
		subcommandDescription(cmd) {
			return cmd.summary() || cmd.description();
		}
		/**
		* Get the option description to show in the list of options.
		*
		* @param {Option} option
		* @return {string}
		*/
		optionDescription(option) {
			const extraInfo = [];
			if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (option.defaultValue !== void 0) {
				if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
			}
			if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
			if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (option.description) return `${option.description} ${extraDescription}`;
				return extraDescription;
			}
			return option.description;
		}
		/**
		* Get the argument description to show in the list of arguments.
		*
		* @param {Argument} argument
		* @return {string}
		*/
		argumentDescription(argument) {
			const extraInfo = [];
			if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
			if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
			if (extraInfo.length > 0) {
				const extraDescription = `(${extraInfo.join(", ")})`;
				if (argument.description) return `${argument.description} ${extraDescription}`;
				return extraDescription;
			}
			return argument.description;
		}
		/**
		* Format a list of items, given a heading and an array of formatted items.
		*
		* @param {string} heading
		* @param {string[]} items
		* @param {Help} helper
		* @returns string[]
		*/
		formatItemList(heading, items, helper) {
			if (items.length === 0) return [];
			return [
				helper.styleTitle(heading),
				...items,
				""
			];
		}
		/**
		* Group items by their help group heading.
		*
		* @param {Command[] | Option[]} unsortedItems
		* @param {Command[] | Option[]} visibleItems
		* @param {Function} getGroup
		* @returns {Map<string, Command[] | Option[]>}
		*/
		groupItems(unsortedItems, visibleItems, getGroup) {
			const result = /* @__PURE__ */ new Map();
			unsortedItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
			});
			visibleItems.forEach((item) => {
				const group = getGroup(item);
				if (!result.has(group)) result.set(group, []);
				result.get(group).push(item);
			});
			return result;
		}
		/**
		* Generate the built-in help text.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {string}
		*/
		formatHelp(cmd, helper) {
			const termWidth = helper.padWidth(cmd, helper);
			const helpWidth = helper.helpWidth ?? 80;
			function callFormatItem(term, description) {
				return helper.formatItem(term, termWidth, description, helper);
			}
			let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
			const commandDescription = helper.commandDescription(cmd);
			if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
			const argumentList = helper.visibleArguments(cmd).map((argument) => {
				return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
			});
			output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
			this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
				const optionList = options.map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList(group, optionList, helper));
			});
			if (helper.showGlobalOptions) {
				const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
					return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
				});
				output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
			}
			this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
				const commandList = commands.map((sub) => {
					return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
				});
				output = output.concat(this.formatItemList(group, commandList, helper));
			});
			return output.join("\n");
		}
		/**
		* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
		*
		* @param {string} str
		* @returns {number}
		*/
		displayWidth(str) {
			return stripColor(str).length;
		}
		/**
		* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
		*
		* @param {string} str
		* @returns {string}
		*/
		styleTitle(str) {
			return str;
		}
		styleUsage(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word === "[command]") return this.styleSubcommandText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleCommandText(word);
			}).join(" ");
		}
		styleCommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleOptionDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleSubcommandDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleArgumentDescription(str) {
			return this.styleDescriptionText(str);
		}
		styleDescriptionText(str) {
			return str;
		}
		styleOptionTerm(str) {
			return this.styleOptionText(str);
		}
		styleSubcommandTerm(str) {
			return str.split(" ").map((word) => {
				if (word === "[options]") return this.styleOptionText(word);
				if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
				return this.styleSubcommandText(word);
			}).join(" ");
		}
		styleArgumentTerm(str) {
			return this.styleArgumentText(str);
		}
		styleOptionText(str) {
			return str;
		}
		styleArgumentText(str) {
			return str;
		}
		styleSubcommandText(str) {
			return str;
		}
		styleCommandText(str) {
			return str;
		}
		/**
		* Calculate the pad width from the maximum term length.
		*
		* @param {Command} cmd
		* @param {Help} helper
		* @returns {number}
		*/
		padWidth(cmd, helper) {
			return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
		}
		/**
		* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
		*
		* @param {string} str
		* @returns {boolean}
		*/
		preformatted(str) {
			return /\n[^\S\r\n]/.test(str);
		}
		/**
		* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
		*
		* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
		*   TTT  DDD DDDD
		*        DD DDD
		*
		* @param {string} term
		* @param {number} termWidth
		* @param {string} description
		* @param {Help} helper
		* @returns {string}
		*/
		formatItem(term, termWidth, description, helper) {
			const itemIndent = 2;
			const itemIndentStr = " ".repeat(itemIndent);
			if (!description) return itemIndentStr + term;
			const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
			const spacerWidth = 2;
			const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
			let formattedDescription;
			if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
			else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
			return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
		}
		/**
		* Wrap a string at whitespace, preserving existing line breaks.
		* Wrapping is skipped if the width is less than `minWidthToWrap`.
		*
		* @param {string} str
		* @param {number} width
		* @returns {string}
		*/
		boxWrap(str, width) {
			if (width < this.minWidthToWrap) return str;
			const rawLines = str.split(/\r\n|\n/);
			const chunkPattern = /[\s]*[^\s]+/g;
			const wrappedLines = [];
			rawLines.forEach((line) => {
				const chunks = line.match(chunkPattern);
				if (chunks === null) {
					wrappedLines.push("");
					return;
				}
				let sumChunks = [chunks.shift()];
				let sumWidth = this.displayWidth(sumChunks[0]);
				chunks.forEach((chunk) => {
					const visibleWidth = this.displayWidth(chunk);
					if (sumWidth + visibleWidth <= width) {
						sumChunks.push(chunk);
						sumWidth += visibleWidth;
						return;
					}
					wrappedLines.push(sumChunks.join(""));
					const nextChunk = chunk.trimStart();
					sumChunks = [nextChunk];
					sumWidth = this.displayWidth(nextChunk);
				});
				wrappedLines.push(sumChunks.join(""));
			});
			return wrappedLines.join("\n");
		}
	};
	/**
	* Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
	*
	* @param {string} str
	* @returns {string}
	* @package
	*/
	function stripColor(str) {
		return str.replace(/\x1b\[\d*(;\d*)*m/g, "");
	}
	exports.Help = Help;
	exports.stripColor = stripColor;
}));
// node_modules/commander/lib/option.js
var require_option = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { InvalidArgumentError } = require_error();
	var Option = class {
		/**
		* Initialize a new `Option` with the given `flags` and `description`.
		*
		* @param {string} flags
		* @param {string} [description]
		*/
		constructor(flags, description) {
			this.flags = flags;
			this.description = description || "";
			this.required = flags.includes("<");
			this.optional = flags.includes("[");
			this.variadic = /\w\.\.\.[>\]]$/.test(flags);
			this.mandatory = false;
			const optionFlags = splitOptionFlags(flags);
			this.short = optionFlags.shortFlag;
			this.long = optionFlags.longFlag;
			this.negate = false;
			if (this.long) this.negate = this.long.startsWith("--no-");
			this.defaultValue = void 0;
			this.defaultValueDescription = void 0;
			this.presetArg = void 0;
			this.envVar = void 0;
			this.parseArg = void 0;
			this.hidden = false;
			this.argChoices = void 0;
			this.conflictsWith = [];
			this.implied = void 0;
			this.helpGroupHeading = void 0;
		}
		/**
		* Set the default value, and optionally supply the description to be displayed in the help.
		*
		* @param {*} value
		* @param {string} [description]
		* @return {Option}
		*/
		default(value, description) {
			this.defaultValue = value;
			this.defaultValueDescription = description;
			return this;
		}
		/**
		* Preset to use when option used without option-argument, especially optional but also boolean and negated.
		* The custom processing (parseArg) is called.
		*
		* @example
		* new Option('--color').default('GREYSCALE').preset('RGB');
		* new Option('--donate [amount]').preset('20').argParser(parseFloat);
		*
		* @param {*} arg
		* @return {Option}
		*/
		preset(arg) {
			this.presetArg = arg;
			return this;
		}
		/**
		* Add option name(s) that conflict with this option.
		* An error will be displayed if conflicting options are found during parsing.
		*
		* @example
		* new Option('--rgb').conflicts('cmyk');
		* new Option('--js').conflicts(['ts', 'jsx']);
		*
		* @param {(string | string[])} names
		* @return {Option}
		*/
		conflicts(names) {
			this.conflictsWith = this.conflictsWith.concat(names);
			return this;
		}
		/**
		* Specify implied option values for when this option is set and the implied options are not.
		*
		* The custom processing (parseArg) is not called on the implied values.
		*
		* @example
		* program
		*   .addOption(new Option('--log', 'write logging information to file'))
		*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
		*
		* @param {object} impliedOptionValues
		* @return {Option}
		*/
		implies(impliedOptionValues) {
			let newImplied = impliedOptionValues;
			if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
			this.implied = Object.assign(this.implied || {}, newImplied);
			return this;
		}
		/**
		* Set environment variable to check for option value.
		*
		* An environment variable is only used if when processed the current option value is
		* undefined, or the source of the current value is 'default' or 'config' or 'env'.
		*
		* @param {string} name
		* @return {Option}
		*/
		env(name) {
			this.envVar = name;
			return this;
		}
		/**
		* Set the custom handler for processing CLI option arguments into option values.
		*
		* @param {Function} [fn]
		* @return {Option}
		*/
		argParser(fn) {
			this.parseArg = fn;
			return this;
		}
		/**
		* Whether the option is mandatory and must have a value after parsing.
		*
		* @param {boolean} [mandatory=true]
		* @return {Option}
		*/
		makeOptionMandatory(mandatory = true) {
			this.mandatory = !!mandatory;
			return this;
		}
		/**
		* Hide option in help.
		*
		* @param {boolean} [hide=true]
		* @return {Option}
		*/
		hideHelp(hide = true) {
			this.hidden = !!hide;
			return this;
		}
		/**
		* @package
		*/
		_collectValue(value, previous) {
			if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
			previous.push(value);
			return previous;
		}
		/**
		* Only allow option value to be one of choices.
		*
		* @param {string[]} values
		* @return {Option}
		*/
		choices(values) {
			this.argChoices = values.slice();
			this.parseArg = (arg, previous) => {
				if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
				if (this.variadic) return this._collectValue(arg, previous);
				return arg;
			};
			return this;
		}
		/**
		* Return option name.
		*
		* @return {string}
		*/
		name() {
			if (this.long) return this.long.replace(/^--/, "");
			return this.short.replace(/^-/, "");
		}
		/**
		* Return option name, in a camelcase format that can be used
		* as an object attribute key.
		*
		* @return {string}
		*/
		attributeName() {
			if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
			return camelcase(this.name());
		}
		/**
		* Set the help group heading.
		*
		* @param {string} heading
		* @return {Option}
		*/
		helpGroup(heading) {
			this.helpGroupHeading = heading;
			return this;
		}
		/**
		* Check if `arg` matches the short or long flag.
		*
		* @param {string} arg
		* @return {boolean}
		* @package
		*/
		is(arg) {
			return this.short === arg || this.long === arg;
		}
		/**
		* Return whether a boolean option.
		*
		* Options are one of boolean, negated, required argument, or optional argument.
		*
		* @return {boolean}
		* @package
		*/
		isBoolean() {
			return !this.required && !this.optional && !this.negate;
		}
	};
	/**
	* This class is to make it easier to work with dual options, without changing the existing
	* implementation. We support separate dual options for separate positive and negative options,
	* like `--build` and `--no-build`, which share a single option value. This works nicely for some
	* use cases, but is tricky for others where we want separate behaviours despite
	* the single shared option value.
	*/
	var DualOptions = class {
		/**
		* @param {Option[]} options
		*/
		constructor(options) {
			this.positiveOptions = /* @__PURE__ */ new Map();
			this.negativeOptions = /* @__PURE__ */ new Map();
			this.dualOptions = /* @__PURE__ */ new Set();
			options.forEach((option) => {
				if (option.negate) this.negativeOptions.set(option.attributeName(), option);
				else this.positiveOptions.set(option.attributeName(), option);
			});
			this.negativeOptions.forEach((value, key) => {
				if (this.positiveOptions.has(key)) this.dualOptions.add(key);
			});
		}
		/**
		* Did the value come from the option, and not from possible matching dual option?
		*
		* @param {*} value
		* @param {Option} option
		* @returns {boolean}
		*/
		valueFromOption(value, option) {
			const optionKey = option.attributeName();
			if (!this.dualOptions.has(optionKey)) return true;
			const preset = this.negativeOptions.get(optionKey).presetArg;
			const negativeValue = preset !== void 0 ? preset : false;
			return option.negate === (negativeValue === value);
		}
	};
	/**
	* Convert string from kebab-case to camelCase.
	*
	* @param {string} str
	* @return {string}
	* @private
	*/
	function camelcase(str) {
		return str.split("-").reduce((str, word) => {
			return str + word[0].toUpperCase() + word.slice(1);
		});
	}
	/**
	* Split the short and long flag out of something like '-m,--mixed <value>'
	*
	* @private
	*/
	function splitOptionFlags(flags) {
		let shortFlag;
		let longFlag;
		const shortFlagExp = /^-[^-]$/;
		const longFlagExp = /^--[^-]/;
		const flagParts = flags.split(/[ |,]+/).concat("guard");
		if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
		if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
		if (!shortFlag && longFlagExp.test(flagParts[0])) {
			shortFlag = longFlag;
			longFlag = flagParts.shift();
		}
		if (flagParts[0].startsWith("-")) {
			const unsupportedFlag = flagParts[0];
			const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
			if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
			if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
			if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
			throw new Error(`${baseError}
- unrecognised flag format`);
		}
		if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
		return {
			shortFlag,
			longFlag
		};
	}
	exports.Option = Option;
	exports.DualOptions = DualOptions;
}));
// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = /* @__PURE__ */ __commonJSMin(((exports) => {
	const maxDistance = 3;
	function editDistance(a, b) {
		if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
		const d = [];
		for (let i = 0; i <= a.length; i++) d[i] = [i];
		for (let j = 0; j <= b.length; j++) d[0][j] = j;
		for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
			let cost = 1;
			if (a[i - 1] === b[j - 1]) cost = 0;
			else cost = 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
		return d[a.length][b.length];
	}
	/**
	* Find close matches, restricted to same number of edits.
	*
	* @param {string} word
	* @param {string[]} candidates
	* @returns {string}
	*/
	function suggestSimilar(word, candidates) {
		if (!candidates || candidates.length === 0) return "";
		candidates = Array.from(new Set(candidates));
		const searchingOptions = word.startsWith("--");
		if (searchingOptions) {
			word = word.slice(2);
			candidates = candidates.map((candidate) => candidate.slice(2));
		}
		let similar = [];
		let bestDistance = maxDistance;
		const minSimilarity = .4;
		candidates.forEach((candidate) => {
			if (candidate.length <= 1) return;
			const distance = editDistance(word, candidate);
			const length = Math.max(word.length, candidate.length);
			if ((length - distance) / length > minSimilarity) {
				if (distance < bestDistance) {
					bestDistance = distance;
					similar = [candidate];
				} else if (distance === bestDistance) similar.push(candidate);
			}
		});
		similar.sort((a, b) => a.localeCompare(b));
		if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
		if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
		if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
		return "";
	}
	exports.suggestSimilar = suggestSimilar;
}));
// node_modules/commander/lib/command.js
var require_command = /* @__PURE__ */ __commonJSMin(((exports) => {
	const EventEmitter = __require("node:events").EventEmitter;
	const childProcess = __require("node:child_process");
	const path = __require("node:path");
	const fs = __require("node:fs");
	const process = __require("node:process");
	const { Argument, humanReadableArgName } = require_argument();
	const { CommanderError } = require_error();
	const { Help, stripColor } = require_help();
	const { Option, DualOptions } = require_option();
	const { suggestSimilar } = require_suggestSimilar();
	var Command = class Command extends EventEmitter {
		/**
		* Initialize a new `Command`.
		*
		* @param {string} [name]
		*/
		constructor(name) {
			super();
			/** @type {Command[]} */
			this.commands = [];
			/** @type {Option[]} */
			this.options = [];
			this.parent = null;
			this._allowUnknownOption = false;
			this._allowExcessArguments = false;
			/** @type {Argument[]} */
			this.registeredArguments = [];
			this._args = this.registeredArguments;
			/** @type {string[]} */
			this.args = [];
			this.rawArgs = [];
			this.processedArgs = [];
			this._scriptPath = null;
			this._name = name || "";
			this._optionValues = {};
			this._optionValueSources = {};
			this._storeOptionsAsProperties = false;
			this._actionHandler = null;
			this._executableHandler = false;
			this._executableFile = null;
			this._executableDir = null;
			this._defaultCommandName = null;
			this._exitCallback = null;
			this._aliases = [];
			this._combineFlagAndOptionalValue = true;
			this._description = "";
			this._summary = "";
			this._argsDescription = void 0;
			this._enablePositionalOptions = false;
			this._passThroughOptions = false;
			this._lifeCycleHooks = {};
			/** @type {(boolean | string)} */
			this._showHelpAfterError = false;
			this._showSuggestionAfterError = true;
			this._savedState = null;
			this._outputConfiguration = {
				writeOut: (str) => process.stdout.write(str),
				writeErr: (str) => process.stderr.write(str),
				outputError: (str, write) => write(str),
				getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
				getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
				getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
				getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
				stripColor: (str) => stripColor(str)
			};
			this._hidden = false;
			/** @type {(Option | null | undefined)} */
			this._helpOption = void 0;
			this._addImplicitHelpCommand = void 0;
			/** @type {Command} */
			this._helpCommand = void 0;
			this._helpConfiguration = {};
			/** @type {string | undefined} */
			this._helpGroupHeading = void 0;
			/** @type {string | undefined} */
			this._defaultCommandGroup = void 0;
			/** @type {string | undefined} */
			this._defaultOptionGroup = void 0;
		}
		/**
		* Copy settings that are useful to have in common across root command and subcommands.
		*
		* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
		*
		* @param {Command} sourceCommand
		* @return {Command} `this` command for chaining
		*/
		copyInheritedSettings(sourceCommand) {
			this._outputConfiguration = sourceCommand._outputConfiguration;
			this._helpOption = sourceCommand._helpOption;
			this._helpCommand = sourceCommand._helpCommand;
			this._helpConfiguration = sourceCommand._helpConfiguration;
			this._exitCallback = sourceCommand._exitCallback;
			this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
			this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
			this._allowExcessArguments = sourceCommand._allowExcessArguments;
			this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
			this._showHelpAfterError = sourceCommand._showHelpAfterError;
			this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
			return this;
		}
		/**
		* @returns {Command[]}
		* @private
		*/
		_getCommandAndAncestors() {
			const result = [];
			for (let command = this; command; command = command.parent) result.push(command);
			return result;
		}
		/**
		* Define a command.
		*
		* There are two styles of command: pay attention to where to put the description.
		*
		* @example
		* // Command implemented using action handler (description is supplied separately to `.command`)
		* program
		*   .command('clone <source> [destination]')
		*   .description('clone a repository into a newly created directory')
		*   .action((source, destination) => {
		*     console.log('clone command called');
		*   });
		*
		* // Command implemented using separate executable file (description is second parameter to `.command`)
		* program
		*   .command('start <service>', 'start named service')
		*   .command('stop [service]', 'stop named service, or all if no name supplied');
		*
		* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
		* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
		* @param {object} [execOpts] - configuration options (for executable)
		* @return {Command} returns new command for action handler, or `this` for executable command
		*/
		command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
			let desc = actionOptsOrExecDesc;
			let opts = execOpts;
			if (typeof desc === "object" && desc !== null) {
				opts = desc;
				desc = null;
			}
			opts = opts || {};
			const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
			const cmd = this.createCommand(name);
			if (desc) {
				cmd.description(desc);
				cmd._executableHandler = true;
			}
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			cmd._hidden = !!(opts.noHelp || opts.hidden);
			cmd._executableFile = opts.executableFile || null;
			if (args) cmd.arguments(args);
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd.copyInheritedSettings(this);
			if (desc) return this;
			return cmd;
		}
		/**
		* Factory routine to create a new unattached command.
		*
		* See .command() for creating an attached subcommand, which uses this routine to
		* create the command. You can override createCommand to customise subcommands.
		*
		* @param {string} [name]
		* @return {Command} new command
		*/
		createCommand(name) {
			return new Command(name);
		}
		/**
		* You can customise the help with a subclass of Help by overriding createHelp,
		* or by overriding Help properties using configureHelp().
		*
		* @return {Help}
		*/
		createHelp() {
			return Object.assign(new Help(), this.configureHelp());
		}
		/**
		* You can customise the help by overriding Help properties using configureHelp(),
		* or with a subclass of Help by overriding createHelp().
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureHelp(configuration) {
			if (configuration === void 0) return this._helpConfiguration;
			this._helpConfiguration = configuration;
			return this;
		}
		/**
		* The default output goes to stdout and stderr. You can customise this for special
		* applications. You can also customise the display of errors by overriding outputError.
		*
		* The configuration properties are all functions:
		*
		*     // change how output being written, defaults to stdout and stderr
		*     writeOut(str)
		*     writeErr(str)
		*     // change how output being written for errors, defaults to writeErr
		*     outputError(str, write) // used for displaying errors and not used for displaying help
		*     // specify width for wrapping help
		*     getOutHelpWidth()
		*     getErrHelpWidth()
		*     // color support, currently only used with Help
		*     getOutHasColors()
		*     getErrHasColors()
		*     stripColor() // used to remove ANSI escape codes if output does not have colors
		*
		* @param {object} [configuration] - configuration options
		* @return {(Command | object)} `this` command for chaining, or stored configuration
		*/
		configureOutput(configuration) {
			if (configuration === void 0) return this._outputConfiguration;
			this._outputConfiguration = {
				...this._outputConfiguration,
				...configuration
			};
			return this;
		}
		/**
		* Display the help or a custom message after an error occurs.
		*
		* @param {(boolean|string)} [displayHelp]
		* @return {Command} `this` command for chaining
		*/
		showHelpAfterError(displayHelp = true) {
			if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
			this._showHelpAfterError = displayHelp;
			return this;
		}
		/**
		* Display suggestion of similar commands for unknown commands, or options for unknown options.
		*
		* @param {boolean} [displaySuggestion]
		* @return {Command} `this` command for chaining
		*/
		showSuggestionAfterError(displaySuggestion = true) {
			this._showSuggestionAfterError = !!displaySuggestion;
			return this;
		}
		/**
		* Add a prepared subcommand.
		*
		* See .command() for creating an attached subcommand which inherits settings from its parent.
		*
		* @param {Command} cmd - new subcommand
		* @param {object} [opts] - configuration options
		* @return {Command} `this` command for chaining
		*/
		addCommand(cmd, opts) {
			if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
			opts = opts || {};
			if (opts.isDefault) this._defaultCommandName = cmd._name;
			if (opts.noHelp || opts.hidden) cmd._hidden = true;
			this._registerCommand(cmd);
			cmd.parent = this;
			cmd._checkForBrokenPassThrough();
			return this;
		}
		/**
		* Factory routine to create a new unattached argument.
		*
		* See .argument() for creating an attached argument, which uses this routine to
		* create the argument. You can override createArgument to return a custom argument.
		*
		* @param {string} name
		* @param {string} [description]
		* @return {Argument} new argument
		*/
		createArgument(name, description) {
			return new Argument(name, description);
		}
		/**
		* Define argument syntax for command.
		*
		* The default is that the argument is required, and you can explicitly
		* indicate this with <> around the name. Put [] around the name for an optional argument.
		*
		* @example
		* program.argument('<input-file>');
		* program.argument('[output-file]');
		*
		* @param {string} name
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom argument processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		argument(name, description, parseArg, defaultValue) {
			const argument = this.createArgument(name, description);
			if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
			else argument.default(parseArg);
			this.addArgument(argument);
			return this;
		}
		/**
		* Define argument syntax for command, adding multiple at once (without descriptions).
		*
		* See also .argument().
		*
		* @example
		* program.arguments('<cmd> [env]');
		*
		* @param {string} names
		* @return {Command} `this` command for chaining
		*/
		arguments(names) {
			names.trim().split(/ +/).forEach((detail) => {
				this.argument(detail);
			});
			return this;
		}
		/**
		* Define argument syntax for command, adding a prepared argument.
		*
		* @param {Argument} argument
		* @return {Command} `this` command for chaining
		*/
		addArgument(argument) {
			const previousArgument = this.registeredArguments.slice(-1)[0];
			if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
			if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
			this.registeredArguments.push(argument);
			return this;
		}
		/**
		* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
		*
		* @example
		*    program.helpCommand('help [cmd]');
		*    program.helpCommand('help [cmd]', 'show help');
		*    program.helpCommand(false); // suppress default help command
		*    program.helpCommand(true); // add help command even if no subcommands
		*
		* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
		* @param {string} [description] - custom description
		* @return {Command} `this` command for chaining
		*/
		helpCommand(enableOrNameAndArgs, description) {
			if (typeof enableOrNameAndArgs === "boolean") {
				this._addImplicitHelpCommand = enableOrNameAndArgs;
				if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
				return this;
			}
			const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
			const helpDescription = description ?? "display help for command";
			const helpCommand = this.createCommand(helpName);
			helpCommand.helpOption(false);
			if (helpArgs) helpCommand.arguments(helpArgs);
			if (helpDescription) helpCommand.description(helpDescription);
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Add prepared custom help command.
		*
		* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
		* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
		* @return {Command} `this` command for chaining
		*/
		addHelpCommand(helpCommand, deprecatedDescription) {
			if (typeof helpCommand !== "object") {
				this.helpCommand(helpCommand, deprecatedDescription);
				return this;
			}
			this._addImplicitHelpCommand = true;
			this._helpCommand = helpCommand;
			this._initCommandGroup(helpCommand);
			return this;
		}
		/**
		* Lazy create help command.
		*
		* @return {(Command|null)}
		* @package
		*/
		_getHelpCommand() {
			if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
				if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
				return this._helpCommand;
			}
			return null;
		}
		/**
		* Add hook for life cycle event.
		*
		* @param {string} event
		* @param {Function} listener
		* @return {Command} `this` command for chaining
		*/
		hook(event, listener) {
			const allowedValues = [
				"preSubcommand",
				"preAction",
				"postAction"
			];
			if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
			if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
			else this._lifeCycleHooks[event] = [listener];
			return this;
		}
		/**
		* Register callback to use as replacement for calling process.exit.
		*
		* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
		* @return {Command} `this` command for chaining
		*/
		exitOverride(fn) {
			if (fn) this._exitCallback = fn;
			else this._exitCallback = (err) => {
				if (err.code !== "commander.executeSubCommandAsync") throw err;
			};
			return this;
		}
		/**
		* Call process.exit, and _exitCallback if defined.
		*
		* @param {number} exitCode exit code for using with process.exit
		* @param {string} code an id string representing the error
		* @param {string} message human-readable description of the error
		* @return never
		* @private
		*/
		_exit(exitCode, code, message) {
			if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
			process.exit(exitCode);
		}
		/**
		* Register callback `fn` for the command.
		*
		* @example
		* program
		*   .command('serve')
		*   .description('start service')
		*   .action(function() {
		*      // do work here
		*   });
		*
		* @param {Function} fn
		* @return {Command} `this` command for chaining
		*/
		action(fn) {
			const listener = (args) => {
				const expectedArgsCount = this.registeredArguments.length;
				const actionArgs = args.slice(0, expectedArgsCount);
				if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
				else actionArgs[expectedArgsCount] = this.opts();
				actionArgs.push(this);
				return fn.apply(this, actionArgs);
			};
			this._actionHandler = listener;
			return this;
		}
		/**
		* Factory routine to create a new unattached option.
		*
		* See .option() for creating an attached option, which uses this routine to
		* create the option. You can override createOption to return a custom option.
		*
		* @param {string} flags
		* @param {string} [description]
		* @return {Option} new option
		*/
		createOption(flags, description) {
			return new Option(flags, description);
		}
		/**
		* Wrap parseArgs to catch 'commander.invalidArgument'.
		*
		* @param {(Option | Argument)} target
		* @param {string} value
		* @param {*} previous
		* @param {string} invalidArgumentMessage
		* @private
		*/
		_callParseArg(target, value, previous, invalidArgumentMessage) {
			try {
				return target.parseArg(value, previous);
			} catch (err) {
				if (err.code === "commander.invalidArgument") {
					const message = `${invalidArgumentMessage} ${err.message}`;
					this.error(message, {
						exitCode: err.exitCode,
						code: err.code
					});
				}
				throw err;
			}
		}
		/**
		* Check for option flag conflicts.
		* Register option if no conflicts found, or throw on conflict.
		*
		* @param {Option} option
		* @private
		*/
		_registerOption(option) {
			const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
			if (matchingOption) {
				const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
				throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
			}
			this._initOptionGroup(option);
			this.options.push(option);
		}
		/**
		* Check for command name and alias conflicts with existing commands.
		* Register command if no conflicts found, or throw on conflict.
		*
		* @param {Command} command
		* @private
		*/
		_registerCommand(command) {
			const knownBy = (cmd) => {
				return [cmd.name()].concat(cmd.aliases());
			};
			const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
			if (alreadyUsed) {
				const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
				const newCmd = knownBy(command).join("|");
				throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
			}
			this._initCommandGroup(command);
			this.commands.push(command);
		}
		/**
		* Add an option.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addOption(option) {
			this._registerOption(option);
			const oname = option.name();
			const name = option.attributeName();
			if (option.negate) {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(name, option.defaultValue === void 0 ? true : option.defaultValue, "default");
			} else if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
			const handleOptionValue = (val, invalidValueMessage, valueSource) => {
				if (val == null && option.presetArg !== void 0) val = option.presetArg;
				const oldValue = this.getOptionValue(name);
				if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
				else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
				if (val == null) {
					if (option.negate) val = false;
					else if (option.isBoolean() || option.optional) val = true;
					else val = "";
				}
				this.setOptionValueWithSource(name, val, valueSource);
			};
			this.on("option:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "cli");
			});
			if (option.envVar) this.on("optionEnv:" + oname, (val) => {
				const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
				handleOptionValue(val, invalidValueMessage, "env");
			});
			return this;
		}
		/**
		* Internal implementation shared by .option() and .requiredOption()
		*
		* @return {Command} `this` command for chaining
		* @private
		*/
		_optionEx(config, flags, description, fn, defaultValue) {
			if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
			const option = this.createOption(flags, description);
			option.makeOptionMandatory(!!config.mandatory);
			if (typeof fn === "function") option.default(defaultValue).argParser(fn);
			else if (fn instanceof RegExp) {
				const regex = fn;
				fn = (val, def) => {
					const m = regex.exec(val);
					return m ? m[0] : def;
				};
				option.default(defaultValue).argParser(fn);
			} else option.default(fn);
			return this.addOption(option);
		}
		/**
		* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
		* option-argument is indicated by `<>` and an optional option-argument by `[]`.
		*
		* See the README for more details, and see also addOption() and requiredOption().
		*
		* @example
		* program
		*     .option('-p, --pepper', 'add pepper')
		*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
		*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
		*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		option(flags, description, parseArg, defaultValue) {
			return this._optionEx({}, flags, description, parseArg, defaultValue);
		}
		/**
		* Add a required option which must have a value after parsing. This usually means
		* the option must be specified on the command line. (Otherwise the same as .option().)
		*
		* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
		*
		* @param {string} flags
		* @param {string} [description]
		* @param {(Function|*)} [parseArg] - custom option processing function or default value
		* @param {*} [defaultValue]
		* @return {Command} `this` command for chaining
		*/
		requiredOption(flags, description, parseArg, defaultValue) {
			return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
		}
		/**
		* Alter parsing of short flags with optional values.
		*
		* @example
		* // for `.option('-f,--flag [value]'):
		* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
		* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
		*
		* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
		* @return {Command} `this` command for chaining
		*/
		combineFlagAndOptionalValue(combine = true) {
			this._combineFlagAndOptionalValue = !!combine;
			return this;
		}
		/**
		* Allow unknown options on the command line.
		*
		* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
		* @return {Command} `this` command for chaining
		*/
		allowUnknownOption(allowUnknown = true) {
			this._allowUnknownOption = !!allowUnknown;
			return this;
		}
		/**
		* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
		*
		* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
		* @return {Command} `this` command for chaining
		*/
		allowExcessArguments(allowExcess = true) {
			this._allowExcessArguments = !!allowExcess;
			return this;
		}
		/**
		* Enable positional options. Positional means global options are specified before subcommands which lets
		* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
		* The default behaviour is non-positional and global options may appear anywhere on the command line.
		*
		* @param {boolean} [positional]
		* @return {Command} `this` command for chaining
		*/
		enablePositionalOptions(positional = true) {
			this._enablePositionalOptions = !!positional;
			return this;
		}
		/**
		* Pass through options that come after command-arguments rather than treat them as command-options,
		* so actual command-options come before command-arguments. Turning this on for a subcommand requires
		* positional options to have been enabled on the program (parent commands).
		* The default behaviour is non-positional and options may appear before or after command-arguments.
		*
		* @param {boolean} [passThrough] for unknown options.
		* @return {Command} `this` command for chaining
		*/
		passThroughOptions(passThrough = true) {
			this._passThroughOptions = !!passThrough;
			this._checkForBrokenPassThrough();
			return this;
		}
		/**
		* @private
		*/
		_checkForBrokenPassThrough() {
			if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
		}
		/**
		* Whether to store option values as properties on command object,
		* or store separately (specify false). In both cases the option values can be accessed using .opts().
		*
		* @param {boolean} [storeAsProperties=true]
		* @return {Command} `this` command for chaining
		*/
		storeOptionsAsProperties(storeAsProperties = true) {
			if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
			if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
			this._storeOptionsAsProperties = !!storeAsProperties;
			return this;
		}
		/**
		* Retrieve option value.
		*
		* @param {string} key
		* @return {object} value
		*/
		getOptionValue(key) {
			if (this._storeOptionsAsProperties) return this[key];
			return this._optionValues[key];
		}
		/**
		* Store option value.
		*
		* @param {string} key
		* @param {object} value
		* @return {Command} `this` command for chaining
		*/
		setOptionValue(key, value) {
			return this.setOptionValueWithSource(key, value, void 0);
		}
		/**
		* Store option value and where the value came from.
		*
		* @param {string} key
		* @param {object} value
		* @param {string} source - expected values are default/config/env/cli/implied
		* @return {Command} `this` command for chaining
		*/
		setOptionValueWithSource(key, value, source) {
			if (this._storeOptionsAsProperties) this[key] = value;
			else this._optionValues[key] = value;
			this._optionValueSources[key] = source;
			return this;
		}
		/**
		* Get source of option value.
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSource(key) {
			return this._optionValueSources[key];
		}
		/**
		* Get source of option value. See also .optsWithGlobals().
		* Expected values are default | config | env | cli | implied
		*
		* @param {string} key
		* @return {string}
		*/
		getOptionValueSourceWithGlobals(key) {
			let source;
			this._getCommandAndAncestors().forEach((cmd) => {
				if (cmd.getOptionValueSource(key) !== void 0) source = cmd.getOptionValueSource(key);
			});
			return source;
		}
		/**
		* Get user arguments from implied or explicit arguments.
		* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
		*
		* @private
		*/
		_prepareUserArgs(argv, parseOptions) {
			if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
			parseOptions = parseOptions || {};
			if (argv === void 0 && parseOptions.from === void 0) {
				if (process.versions?.electron) parseOptions.from = "electron";
				const execArgv = process.execArgv ?? [];
				if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
			}
			if (argv === void 0) argv = process.argv;
			this.rawArgs = argv.slice();
			let userArgs;
			switch (parseOptions.from) {
				case void 0:
				case "node":
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
					break;
				case "electron":
					if (process.defaultApp) {
						this._scriptPath = argv[1];
						userArgs = argv.slice(2);
					} else userArgs = argv.slice(1);
					break;
				case "user":
					userArgs = argv.slice(0);
					break;
				case "eval":
					userArgs = argv.slice(1);
					break;
				default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
			}
			if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
			this._name = this._name || "program";
			return userArgs;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Use parseAsync instead of parse if any of your action handlers are async.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* program.parse(); // parse process.argv and auto-detect electron and special node flags
		* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
		* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv] - optional, defaults to process.argv
		* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
		* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
		* @return {Command} `this` command for chaining
		*/
		parse(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			this._parseCommand([], userArgs);
			return this;
		}
		/**
		* Parse `argv`, setting options and invoking commands when defined.
		*
		* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
		*
		* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
		* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
		* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
		* - `'user'`: just user arguments
		*
		* @example
		* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
		* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
		* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
		*
		* @param {string[]} [argv]
		* @param {object} [parseOptions]
		* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
		* @return {Promise}
		*/
		async parseAsync(argv, parseOptions) {
			this._prepareForParse();
			const userArgs = this._prepareUserArgs(argv, parseOptions);
			await this._parseCommand([], userArgs);
			return this;
		}
		_prepareForParse() {
			if (this._savedState === null) this.saveStateBeforeParse();
			else this.restoreStateBeforeParse();
		}
		/**
		* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state saved.
		*/
		saveStateBeforeParse() {
			this._savedState = {
				_name: this._name,
				_optionValues: { ...this._optionValues },
				_optionValueSources: { ...this._optionValueSources }
			};
		}
		/**
		* Restore state before parse for calls after the first.
		* Not usually called directly, but available for subclasses to save their custom state.
		*
		* This is called in a lazy way. Only commands used in parsing chain will have state restored.
		*/
		restoreStateBeforeParse() {
			if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
			this._name = this._savedState._name;
			this._scriptPath = null;
			this.rawArgs = [];
			this._optionValues = { ...this._savedState._optionValues };
			this._optionValueSources = { ...this._savedState._optionValueSources };
			this.args = [];
			this.processedArgs = [];
		}
		/**
		* Throw if expected executable is missing. Add lots of help for author.
		*
		* @param {string} executableFile
		* @param {string} executableDir
		* @param {string} subcommandName
		*/
		_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
			if (fs.existsSync(executableFile)) return;
			const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
			throw new Error(executableMissing);
		}
		/**
		* Execute a sub-command executable.
		*
		* @private
		*/
		_executeSubCommand(subcommand, args) {
			args = args.slice();
			let launchWithNode = false;
			const sourceExt = [
				".js",
				".ts",
				".tsx",
				".mjs",
				".cjs"
			];
			function findFile(baseDir, baseName) {
				const localBin = path.resolve(baseDir, baseName);
				if (fs.existsSync(localBin)) return localBin;
				if (sourceExt.includes(path.extname(baseName))) return void 0;
				const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
				if (foundExt) return `${localBin}${foundExt}`;
			}
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
			let executableDir = this._executableDir || "";
			if (this._scriptPath) {
				let resolvedScriptPath;
				try {
					resolvedScriptPath = fs.realpathSync(this._scriptPath);
				} catch {
					resolvedScriptPath = this._scriptPath;
				}
				executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
			}
			if (executableDir) {
				let localFile = findFile(executableDir, executableFile);
				if (!localFile && !subcommand._executableFile && this._scriptPath) {
					const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
					if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
				}
				executableFile = localFile || executableFile;
			}
			launchWithNode = sourceExt.includes(path.extname(executableFile));
			let proc;
			if (process.platform !== "win32") {
				if (launchWithNode) {
					args.unshift(executableFile);
					args = incrementNodeInspectorPort(process.execArgv).concat(args);
					proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
				} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
			} else {
				this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process.execArgv).concat(args);
				proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
			}
			if (!proc.killed) [
				"SIGUSR1",
				"SIGUSR2",
				"SIGTERM",
				"SIGINT",
				"SIGHUP"
			].forEach((signal) => {
				process.on(signal, () => {
					if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
				});
			});
			const exitCallback = this._exitCallback;
			proc.on("close", (code) => {
				code = code ?? 1;
				if (!exitCallback) process.exit(code);
				else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
			});
			proc.on("error", (err) => {
				if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
				else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
				if (!exitCallback) process.exit(1);
				else {
					const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
					wrappedError.nestedError = err;
					exitCallback(wrappedError);
				}
			});
			this.runningCommand = proc;
		}
		/**
		* @private
		*/
		_dispatchSubcommand(commandName, operands, unknown) {
			const subCommand = this._findCommand(commandName);
			if (!subCommand) this.help({ error: true });
			subCommand._prepareForParse();
			let promiseChain;
			promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
			promiseChain = this._chainOrCall(promiseChain, () => {
				if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
				else return subCommand._parseCommand(operands, unknown);
			});
			return promiseChain;
		}
		/**
		* Invoke help directly if possible, or dispatch if necessary.
		* e.g. help foo
		*
		* @private
		*/
		_dispatchHelpCommand(subcommandName) {
			if (!subcommandName) this.help();
			const subCommand = this._findCommand(subcommandName);
			if (subCommand && !subCommand._executableHandler) subCommand.help();
			return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
		}
		/**
		* Check this.args against expected this.registeredArguments.
		*
		* @private
		*/
		_checkNumberOfArguments() {
			this.registeredArguments.forEach((arg, i) => {
				if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
			});
			if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
			if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
		}
		/**
		* Process this.args using this.registeredArguments and save as this.processedArgs!
		*
		* @private
		*/
		_processArguments() {
			const myParseArg = (argument, value, previous) => {
				let parsedValue = value;
				if (value !== null && argument.parseArg) {
					const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
					parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
				}
				return parsedValue;
			};
			this._checkNumberOfArguments();
			const processedArgs = [];
			this.registeredArguments.forEach((declaredArg, index) => {
				let value = declaredArg.defaultValue;
				if (declaredArg.variadic) {
					if (index < this.args.length) {
						value = this.args.slice(index);
						if (declaredArg.parseArg) value = value.reduce((processed, v) => {
							return myParseArg(declaredArg, v, processed);
						}, declaredArg.defaultValue);
					} else if (value === void 0) value = [];
				} else if (index < this.args.length) {
					value = this.args[index];
					if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
				}
				processedArgs[index] = value;
			});
			this.processedArgs = processedArgs;
		}
		/**
		* Once we have a promise we chain, but call synchronously until then.
		*
		* @param {(Promise|undefined)} promise
		* @param {Function} fn
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCall(promise, fn) {
			if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
			return fn();
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallHooks(promise, event) {
			let result = promise;
			const hooks = [];
			this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
				hookedCommand._lifeCycleHooks[event].forEach((callback) => {
					hooks.push({
						hookedCommand,
						callback
					});
				});
			});
			if (event === "postAction") hooks.reverse();
			hooks.forEach((hookDetail) => {
				result = this._chainOrCall(result, () => {
					return hookDetail.callback(hookDetail.hookedCommand, this);
				});
			});
			return result;
		}
		/**
		*
		* @param {(Promise|undefined)} promise
		* @param {Command} subCommand
		* @param {string} event
		* @return {(Promise|undefined)}
		* @private
		*/
		_chainOrCallSubCommandHook(promise, subCommand, event) {
			let result = promise;
			if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
				result = this._chainOrCall(result, () => {
					return hook(this, subCommand);
				});
			});
			return result;
		}
		/**
		* Process arguments in context of this command.
		* Returns action result, in case it is a promise.
		*
		* @private
		*/
		_parseCommand(operands, unknown) {
			const parsed = this.parseOptions(unknown);
			this._parseOptionsEnv();
			this._parseOptionsImplied();
			operands = operands.concat(parsed.operands);
			unknown = parsed.unknown;
			this.args = operands.concat(unknown);
			if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
			if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
			if (this._defaultCommandName) {
				this._outputHelpIfRequested(unknown);
				return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
			}
			if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
			this._outputHelpIfRequested(parsed.unknown);
			this._checkForMissingMandatoryOptions();
			this._checkForConflictingOptions();
			const checkForUnknownOptions = () => {
				if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
			};
			const commandEvent = `command:${this.name()}`;
			if (this._actionHandler) {
				checkForUnknownOptions();
				this._processArguments();
				let promiseChain;
				promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
				promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
				if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
					this.parent.emit(commandEvent, operands, unknown);
				});
				promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
				return promiseChain;
			}
			if (this.parent?.listenerCount(commandEvent)) {
				checkForUnknownOptions();
				this._processArguments();
				this.parent.emit(commandEvent, operands, unknown);
			} else if (operands.length) {
				if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
				if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
				else if (this.commands.length) this.unknownCommand();
				else {
					checkForUnknownOptions();
					this._processArguments();
				}
			} else if (this.commands.length) {
				checkForUnknownOptions();
				this.help({ error: true });
			} else {
				checkForUnknownOptions();
				this._processArguments();
			}
		}
		/**
		* Find matching command.
		*
		* @private
		* @return {Command | undefined}
		*/
		_findCommand(name) {
			if (!name) return void 0;
			return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
		}
		/**
		* Return an option matching `arg` if any.
		*
		* @param {string} arg
		* @return {Option}
		* @package
		*/
		_findOption(arg) {
			return this.options.find((option) => option.is(arg));
		}
		/**
		* Display an error message if a mandatory option does not have a value.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForMissingMandatoryOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd.options.forEach((anOption) => {
					if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
				});
			});
		}
		/**
		* Display an error message if conflicting options are used together in this.
		*
		* @private
		*/
		_checkForConflictingLocalOptions() {
			const definedNonDefaultOptions = this.options.filter((option) => {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0) return false;
				return this.getOptionValueSource(optionKey) !== "default";
			});
			definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
				const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
				if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
			});
		}
		/**
		* Display an error message if conflicting options are used together.
		* Called after checking for help flags in leaf subcommand.
		*
		* @private
		*/
		_checkForConflictingOptions() {
			this._getCommandAndAncestors().forEach((cmd) => {
				cmd._checkForConflictingLocalOptions();
			});
		}
		/**
		* Parse options from `argv` removing known options,
		* and return argv split into operands and unknown arguments.
		*
		* Side effects: modifies command by storing options. Does not reset state if called again.
		*
		* Examples:
		*
		*     argv => operands, unknown
		*     --known kkk op => [op], []
		*     op --known kkk => [op], []
		*     sub --unknown uuu op => [sub], [--unknown uuu op]
		*     sub -- --unknown uuu op => [sub --unknown uuu op], []
		*
		* @param {string[]} args
		* @return {{operands: string[], unknown: string[]}}
		*/
		parseOptions(args) {
			const operands = [];
			const unknown = [];
			let dest = operands;
			function maybeOption(arg) {
				return arg.length > 1 && arg[0] === "-";
			}
			const negativeNumberArg = (arg) => {
				if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
				return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
			};
			let activeVariadicOption = null;
			let activeGroup = null;
			let i = 0;
			while (i < args.length || activeGroup) {
				const arg = activeGroup ?? args[i++];
				activeGroup = null;
				if (arg === "--") {
					if (dest === unknown) dest.push(arg);
					dest.push(...args.slice(i));
					break;
				}
				if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
					this.emit(`option:${activeVariadicOption.name()}`, arg);
					continue;
				}
				activeVariadicOption = null;
				if (maybeOption(arg)) {
					const option = this._findOption(arg);
					if (option) {
						if (option.required) {
							const value = args[i++];
							if (value === void 0) this.optionMissingArgument(option);
							this.emit(`option:${option.name()}`, value);
						} else if (option.optional) {
							let value = null;
							if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
							this.emit(`option:${option.name()}`, value);
						} else this.emit(`option:${option.name()}`);
						activeVariadicOption = option.variadic ? option : null;
						continue;
					}
				}
				if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
					const option = this._findOption(`-${arg[1]}`);
					if (option) {
						if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
						else {
							this.emit(`option:${option.name()}`);
							activeGroup = `-${arg.slice(2)}`;
						}
						continue;
					}
				}
				if (/^--[^=]+=/.test(arg)) {
					const index = arg.indexOf("=");
					const option = this._findOption(arg.slice(0, index));
					if (option && (option.required || option.optional)) {
						this.emit(`option:${option.name()}`, arg.slice(index + 1));
						continue;
					}
				}
				if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
				if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
					if (this._findCommand(arg)) {
						operands.push(arg);
						unknown.push(...args.slice(i));
						break;
					} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
						operands.push(arg, ...args.slice(i));
						break;
					} else if (this._defaultCommandName) {
						unknown.push(arg, ...args.slice(i));
						break;
					}
				}
				if (this._passThroughOptions) {
					dest.push(arg, ...args.slice(i));
					break;
				}
				dest.push(arg);
			}
			return {
				operands,
				unknown
			};
		}
		/**
		* Return an object containing local option values as key-value pairs.
		*
		* @return {object}
		*/
		opts() {
			if (this._storeOptionsAsProperties) {
				const result = {};
				const len = this.options.length;
				for (let i = 0; i < len; i++) {
					const key = this.options[i].attributeName();
					result[key] = key === this._versionOptionName ? this._version : this[key];
				}
				return result;
			}
			return this._optionValues;
		}
		/**
		* Return an object containing merged local and global option values as key-value pairs.
		*
		* @return {object}
		*/
		optsWithGlobals() {
			return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
		}
		/**
		* Display error message and exit (or call exitOverride).
		*
		* @param {string} message
		* @param {object} [errorOptions]
		* @param {string} [errorOptions.code] - an id string representing the error
		* @param {number} [errorOptions.exitCode] - used with process.exit
		*/
		error(message, errorOptions) {
			this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
			if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
			else if (this._showHelpAfterError) {
				this._outputConfiguration.writeErr("\n");
				this.outputHelp({ error: true });
			}
			const config = errorOptions || {};
			const exitCode = config.exitCode || 1;
			const code = config.code || "commander.error";
			this._exit(exitCode, code, message);
		}
		/**
		* Apply any option related environment variables, if option does
		* not have a value from cli or client code.
		*
		* @private
		*/
		_parseOptionsEnv() {
			this.options.forEach((option) => {
				if (option.envVar && option.envVar in process.env) {
					const optionKey = option.attributeName();
					if (this.getOptionValue(optionKey) === void 0 || [
						"default",
						"config",
						"env"
					].includes(this.getOptionValueSource(optionKey))) {
						if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
						else this.emit(`optionEnv:${option.name()}`);
					}
				}
			});
		}
		/**
		* Apply any implied option values, if option is undefined or default value.
		*
		* @private
		*/
		_parseOptionsImplied() {
			const dualHelper = new DualOptions(this.options);
			const hasCustomOptionValue = (optionKey) => {
				return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
			};
			this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
				Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
					this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
				});
			});
		}
		/**
		* Argument `name` is missing.
		*
		* @param {string} name
		* @private
		*/
		missingArgument(name) {
			const message = `error: missing required argument '${name}'`;
			this.error(message, { code: "commander.missingArgument" });
		}
		/**
		* `Option` is missing an argument.
		*
		* @param {Option} option
		* @private
		*/
		optionMissingArgument(option) {
			const message = `error: option '${option.flags}' argument missing`;
			this.error(message, { code: "commander.optionMissingArgument" });
		}
		/**
		* `Option` does not have a value, and is a mandatory option.
		*
		* @param {Option} option
		* @private
		*/
		missingMandatoryOptionValue(option) {
			const message = `error: required option '${option.flags}' not specified`;
			this.error(message, { code: "commander.missingMandatoryOptionValue" });
		}
		/**
		* `Option` conflicts with another option.
		*
		* @param {Option} option
		* @param {Option} conflictingOption
		* @private
		*/
		_conflictingOption(option, conflictingOption) {
			const findBestOptionFromValue = (option) => {
				const optionKey = option.attributeName();
				const optionValue = this.getOptionValue(optionKey);
				const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
				const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
				if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
				return positiveOption || option;
			};
			const getErrorMessage = (option) => {
				const bestOption = findBestOptionFromValue(option);
				const optionKey = bestOption.attributeName();
				if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
				return `option '${bestOption.flags}'`;
			};
			const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
			this.error(message, { code: "commander.conflictingOption" });
		}
		/**
		* Unknown option `flag`.
		*
		* @param {string} flag
		* @private
		*/
		unknownOption(flag) {
			if (this._allowUnknownOption) return;
			let suggestion = "";
			if (flag.startsWith("--") && this._showSuggestionAfterError) {
				let candidateFlags = [];
				let command = this;
				do {
					const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
					candidateFlags = candidateFlags.concat(moreFlags);
					command = command.parent;
				} while (command && !command._enablePositionalOptions);
				suggestion = suggestSimilar(flag, candidateFlags);
			}
			const message = `error: unknown option '${flag}'${suggestion}`;
			this.error(message, { code: "commander.unknownOption" });
		}
		/**
		* Excess arguments, more than expected.
		*
		* @param {string[]} receivedArgs
		* @private
		*/
		_excessArguments(receivedArgs) {
			if (this._allowExcessArguments) return;
			const expected = this.registeredArguments.length;
			const s = expected === 1 ? "" : "s";
			const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
			this.error(message, { code: "commander.excessArguments" });
		}
		/**
		* Unknown command.
		*
		* @private
		*/
		unknownCommand() {
			const unknownName = this.args[0];
			let suggestion = "";
			if (this._showSuggestionAfterError) {
				const candidateNames = [];
				this.createHelp().visibleCommands(this).forEach((command) => {
					candidateNames.push(command.name());
					if (command.alias()) candidateNames.push(command.alias());
				});
				suggestion = suggestSimilar(unknownName, candidateNames);
			}
			const message = `error: unknown command '${unknownName}'${suggestion}`;
			this.error(message, { code: "commander.unknownCommand" });
		}
		/**
		* Get or set the program version.
		*
		* This method auto-registers the "-V, --version" option which will print the version number.
		*
		* You can optionally supply the flags and description to override the defaults.
		*
		* @param {string} [str]
		* @param {string} [flags]
		* @param {string} [description]
		* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
		*/
		version(str, flags, description) {
			if (str === void 0) return this._version;
			this._version = str;
			flags = flags || "-V, --version";
			description = description || "output the version number";
			const versionOption = this.createOption(flags, description);
			this._versionOptionName = versionOption.attributeName();
			this._registerOption(versionOption);
			this.on("option:" + versionOption.name(), () => {
				this._outputConfiguration.writeOut(`${str}\n`);
				this._exit(0, "commander.version", str);
			});
			return this;
		}
		/**
		* Set the description.
		*
		* @param {string} [str]
		* @param {object} [argsDescription]
		* @return {(string|Command)}
		*/
		description(str, argsDescription) {
			if (str === void 0 && argsDescription === void 0) return this._description;
			this._description = str;
			if (argsDescription) this._argsDescription = argsDescription;
			return this;
		}
		/**
		* Set the summary. Used when listed as subcommand of parent.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		summary(str) {
			if (str === void 0) return this._summary;
			this._summary = str;
			return this;
		}
		/**
		* Set an alias for the command.
		*
		* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
		*
		* @param {string} [alias]
		* @return {(string|Command)}
		*/
		alias(alias) {
			if (alias === void 0) return this._aliases[0];
			/** @type {Command} */
			let command = this;
			if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
			if (alias === command._name) throw new Error("Command alias can't be the same as its name");
			const matchingCommand = this.parent?._findCommand(alias);
			if (matchingCommand) {
				const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
				throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
			}
			command._aliases.push(alias);
			return this;
		}
		/**
		* Set aliases for the command.
		*
		* Only the first alias is shown in the auto-generated help.
		*
		* @param {string[]} [aliases]
		* @return {(string[]|Command)}
		*/
		aliases(aliases) {
			if (aliases === void 0) return this._aliases;
			aliases.forEach((alias) => this.alias(alias));
			return this;
		}
		/**
		* Set / get the command usage `str`.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		usage(str) {
			if (str === void 0) {
				if (this._usage) return this._usage;
				const args = this.registeredArguments.map((arg) => {
					return humanReadableArgName(arg);
				});
				return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
			}
			this._usage = str;
			return this;
		}
		/**
		* Get or set the name of the command.
		*
		* @param {string} [str]
		* @return {(string|Command)}
		*/
		name(str) {
			if (str === void 0) return this._name;
			this._name = str;
			return this;
		}
		/**
		* Set/get the help group heading for this subcommand in parent command's help.
		*
		* @param {string} [heading]
		* @return {Command | string}
		*/
		helpGroup(heading) {
			if (heading === void 0) return this._helpGroupHeading ?? "";
			this._helpGroupHeading = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for subcommands added to this command.
		* (This does not override a group set directly on the subcommand using .helpGroup().)
		*
		* @example
		* program.commandsGroup('Development Commands:);
		* program.command('watch')...
		* program.command('lint')...
		* ...
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		commandsGroup(heading) {
			if (heading === void 0) return this._defaultCommandGroup ?? "";
			this._defaultCommandGroup = heading;
			return this;
		}
		/**
		* Set/get the default help group heading for options added to this command.
		* (This does not override a group set directly on the option using .helpGroup().)
		*
		* @example
		* program
		*   .optionsGroup('Development Options:')
		*   .option('-d, --debug', 'output extra debugging')
		*   .option('-p, --profile', 'output profiling information')
		*
		* @param {string} [heading]
		* @returns {Command | string}
		*/
		optionsGroup(heading) {
			if (heading === void 0) return this._defaultOptionGroup ?? "";
			this._defaultOptionGroup = heading;
			return this;
		}
		/**
		* @param {Option} option
		* @private
		*/
		_initOptionGroup(option) {
			if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
		}
		/**
		* @param {Command} cmd
		* @private
		*/
		_initCommandGroup(cmd) {
			if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
		}
		/**
		* Set the name of the command from script filename, such as process.argv[1],
		* or require.main.filename, or __filename.
		*
		* (Used internally and public although not documented in README.)
		*
		* @example
		* program.nameFromFilename(require.main.filename);
		*
		* @param {string} filename
		* @return {Command}
		*/
		nameFromFilename(filename) {
			this._name = path.basename(filename, path.extname(filename));
			return this;
		}
		/**
		* Get or set the directory for searching for executable subcommands of this command.
		*
		* @example
		* program.executableDir(__dirname);
		* // or
		* program.executableDir('subcommands');
		*
		* @param {string} [path]
		* @return {(string|null|Command)}
		*/
		executableDir(path) {
			if (path === void 0) return this._executableDir;
			this._executableDir = path;
			return this;
		}
		/**
		* Return program help documentation.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
		* @return {string}
		*/
		helpInformation(contextOptions) {
			const helper = this.createHelp();
			const context = this._getOutputContext(contextOptions);
			helper.prepareContext({
				error: context.error,
				helpWidth: context.helpWidth,
				outputHasColors: context.hasColors
			});
			const text = helper.formatHelp(this, helper);
			if (context.hasColors) return text;
			return this._outputConfiguration.stripColor(text);
		}
		/**
		* @typedef HelpContext
		* @type {object}
		* @property {boolean} error
		* @property {number} helpWidth
		* @property {boolean} hasColors
		* @property {function} write - includes stripColor if needed
		*
		* @returns {HelpContext}
		* @private
		*/
		_getOutputContext(contextOptions) {
			contextOptions = contextOptions || {};
			const error = !!contextOptions.error;
			let baseWrite;
			let hasColors;
			let helpWidth;
			if (error) {
				baseWrite = (str) => this._outputConfiguration.writeErr(str);
				hasColors = this._outputConfiguration.getErrHasColors();
				helpWidth = this._outputConfiguration.getErrHelpWidth();
			} else {
				baseWrite = (str) => this._outputConfiguration.writeOut(str);
				hasColors = this._outputConfiguration.getOutHasColors();
				helpWidth = this._outputConfiguration.getOutHelpWidth();
			}
			const write = (str) => {
				if (!hasColors) str = this._outputConfiguration.stripColor(str);
				return baseWrite(str);
			};
			return {
				error,
				write,
				hasColors,
				helpWidth
			};
		}
		/**
		* Output help information for this command.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		outputHelp(contextOptions) {
			let deprecatedCallback;
			if (typeof contextOptions === "function") {
				deprecatedCallback = contextOptions;
				contextOptions = void 0;
			}
			const outputContext = this._getOutputContext(contextOptions);
			/** @type {HelpTextEventContext} */
			const eventContext = {
				error: outputContext.error,
				write: outputContext.write,
				command: this
			};
			this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
			this.emit("beforeHelp", eventContext);
			let helpInformation = this.helpInformation({ error: outputContext.error });
			if (deprecatedCallback) {
				helpInformation = deprecatedCallback(helpInformation);
				if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
			}
			outputContext.write(helpInformation);
			if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
			this.emit("afterHelp", eventContext);
			this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
		}
		/**
		* You can pass in flags and a description to customise the built-in help option.
		* Pass in false to disable the built-in help option.
		*
		* @example
		* program.helpOption('-?, --help' 'show help'); // customise
		* program.helpOption(false); // disable
		*
		* @param {(string | boolean)} flags
		* @param {string} [description]
		* @return {Command} `this` command for chaining
		*/
		helpOption(flags, description) {
			if (typeof flags === "boolean") {
				if (flags) {
					if (this._helpOption === null) this._helpOption = void 0;
					if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
				} else this._helpOption = null;
				return this;
			}
			this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
			if (flags || description) this._initOptionGroup(this._helpOption);
			return this;
		}
		/**
		* Lazy create help option.
		* Returns null if has been disabled with .helpOption(false).
		*
		* @returns {(Option | null)} the help option
		* @package
		*/
		_getHelpOption() {
			if (this._helpOption === void 0) this.helpOption(void 0, void 0);
			return this._helpOption;
		}
		/**
		* Supply your own option to use for the built-in help option.
		* This is an alternative to using helpOption() to customise the flags and description etc.
		*
		* @param {Option} option
		* @return {Command} `this` command for chaining
		*/
		addHelpOption(option) {
			this._helpOption = option;
			this._initOptionGroup(option);
			return this;
		}
		/**
		* Output help information and exit.
		*
		* Outputs built-in help, and custom text added using `.addHelpText()`.
		*
		* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
		*/
		help(contextOptions) {
			this.outputHelp(contextOptions);
			let exitCode = Number(process.exitCode ?? 0);
			if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
			this._exit(exitCode, "commander.help", "(outputHelp)");
		}
		/**
		* // Do a little typing to coordinate emit and listener for the help text events.
		* @typedef HelpTextEventContext
		* @type {object}
		* @property {boolean} error
		* @property {Command} command
		* @property {function} write
		*/
		/**
		* Add additional text to be displayed with the built-in help.
		*
		* Position is 'before' or 'after' to affect just this command,
		* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
		*
		* @param {string} position - before or after built-in help
		* @param {(string | Function)} text - string to add, or a function returning a string
		* @return {Command} `this` command for chaining
		*/
		addHelpText(position, text) {
			const allowedValues = [
				"beforeAll",
				"before",
				"after",
				"afterAll"
			];
			if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
			const helpEvent = `${position}Help`;
			this.on(helpEvent, (context) => {
				let helpStr;
				if (typeof text === "function") helpStr = text({
					error: context.error,
					command: context.command
				});
				else helpStr = text;
				if (helpStr) context.write(`${helpStr}\n`);
			});
			return this;
		}
		/**
		* Output help information if help flags specified
		*
		* @param {Array} args - array of options to search for help flags
		* @private
		*/
		_outputHelpIfRequested(args) {
			const helpOption = this._getHelpOption();
			if (helpOption && args.find((arg) => helpOption.is(arg))) {
				this.outputHelp();
				this._exit(0, "commander.helpDisplayed", "(outputHelp)");
			}
		}
	};
	/**
	* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
	*
	* @param {string[]} args - array of arguments from node.execArgv
	* @returns {string[]}
	* @private
	*/
	function incrementNodeInspectorPort(args) {
		return args.map((arg) => {
			if (!arg.startsWith("--inspect")) return arg;
			let debugOption;
			let debugHost = "127.0.0.1";
			let debugPort = "9229";
			let match;
			if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) debugOption = match[1];
			else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
				debugOption = match[1];
				if (/^\d+$/.test(match[3])) debugPort = match[3];
				else debugHost = match[3];
			} else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
				debugOption = match[1];
				debugHost = match[3];
				debugPort = match[4];
			}
			if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
			return arg;
		});
	}
	/**
	* @returns {boolean | undefined}
	* @package
	*/
	function useColor() {
		if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false") return false;
		if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0) return true;
	}
	exports.Command = Command;
	exports.useColor = useColor;
}));
const { program, createCommand, createArgument, createOption, CommanderError, InvalidArgumentError, InvalidOptionArgumentError, Command, Argument, Option, Help } = (/* @__PURE__ */ __toESM((/* @__PURE__ */ __commonJSMin(((exports) => {
	const { Argument } = require_argument();
	const { Command } = require_command();
	const { CommanderError, InvalidArgumentError } = require_error();
	const { Help } = require_help();
	const { Option } = require_option();
	exports.program = new Command();
	exports.createCommand = (name) => new Command(name);
	exports.createOption = (flags, description) => new Option(flags, description);
	exports.createArgument = (name, description) => new Argument(name, description);
	/**
	* Expose classes
	*/
	exports.Command = Command;
	exports.Option = Option;
	exports.Argument = Argument;
	exports.Help = Help;
	exports.CommanderError = CommanderError;
	exports.InvalidArgumentError = InvalidArgumentError;
	exports.InvalidOptionArgumentError = InvalidArgumentError;
})))(), 1)).default;
// src/adapters/terminal/command-line.ts
/** Exit status of a command line that means nothing. */
const USAGE$1 = 2;
/** Reads a command line. Without a subcommand it is `run`; an unknown word or option is refused with the nearest name. */
function parseCommandLine(args, options) {
	const printed = {
		output: "",
		error: ""
	};
	const found = [];
	const program = createProgram(options, (invocation) => found.push(invocation));
	configure(program, printed);
	try {
		program.parse(withSwitches(withCommand(args), options.inputs), { from: "user" });
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		if (error.code === "commander.unknownOption" && options.showsAll !== true) return parseCommandLine(args, {
			...options,
			showsAll: true
		});
		const unknown = error.code === "commander.unknownCommand" ? { unknown: args } : {};
		return {
			ok: false,
			...printed,
			exit: error.exitCode === 0 ? 0 : USAGE$1,
			...unknown
		};
	}
	const [invocation] = found;
	return invocation === void 0 ? {
		ok: false,
		...printed,
		exit: USAGE$1
	} : {
		ok: true,
		invocation
	};
}
/** Options alone are those of `run`. */
function withCommand(args) {
	const [first] = args;
	return first === void 0 || first.startsWith("-") && ![
		"-h",
		"--help",
		"-V",
		"--version"
	].includes(first) ? ["run", ...args] : args;
}
const YES_OR_NO = /^(?:true|false|yes|no|on|off|[yn01])$/i;
/** The same words, where a switch takes a word after it only for yes or no: `--parallel unit` names a suite. */
function withSwitches(args, inputs) {
	const switches = inputs.flatMap(({ name, flag }) => flag ? [`--${name}`] : []);
	return args.map((word, index) => switches.includes(word) && !YES_OR_NO.test(args[index + 1] ?? "") ? `${word}=true` : word);
}
function configure(program, printed) {
	for (const command of [program, ...program.commands]) {
		command.exitOverride().showSuggestionAfterError().configureOutput({
			writeOut: (text) => printed.output += text,
			writeErr: (text) => printed.error += text
		});
		const called = command === program ? "" : ` ${command.name()}`;
		command.showHelpAfterError(`See \`qaagent-orchestrate${called} --help\`.`);
	}
}
function createProgram({ version, inputs, showsAll }, found) {
	const shown = shownOf(showsAll === true);
	const program = new Command("qaagent-orchestrate").description("Runs every test suite of a repository, determines the result of each test, and explains the failures.").version(version, "-V, --version", "print the version").helpCommand("help [command]", "print the help of a command").addHelpText("after", TOP_HELP);
	withInputs(program.command("run"), inputs, shown(null)).argument("[suites...]", "the suites to run (default: all)").option("--only <id>", "run only this test of the suite; may be repeated", collect, []).description("run the suites, write the evidence and print the report").addHelpText("after", RUN_HELP).action((suites, given) => found({
		command: "run",
		suites,
		only: given["only"] ?? [],
		inputs: inputsOf(given, inputs)
	}));
	for (const [name, description, help] of [[
		"plan",
		"print what `run` would do, without running it",
		PLAN_HELP
	], [
		"doctor",
		"check tools, settings, git and workflows, and say how to fix what is wrong",
		DOCTOR_HELP
	]]) withInputs(program.command(name), inputs, shown(OF_PLAN)).argument("[suites...]", "the suites to look at (default: all)").description(description).addHelpText("after", help).action((suites, given) => found({
		command: name,
		suites,
		inputs: inputsOf(given, inputs)
	}));
	withInputs(program.command("merge"), inputs, shown(OF_MERGE)).argument("<directory>", "a directory that contains the run directories of shards and matrix jobs").description("combine the evidence of several runs into one run").addHelpText("after", MERGE_HELP).action((directory, given) => found({
		command: "merge",
		directory,
		inputs: inputsOf(given, inputs)
	}));
	addPlainCommands(program, found);
	return program;
}
/** Commands that read no settings from their options. */
function addPlainCommands(program, found) {
	program.command("report").argument("<directory>", "a run directory, or a directory that contains run directories").description("render the reports of a finished run again").addHelpText("after", REPORT_HELP).action((directory) => found({
		command: "report",
		directory,
		inputs: {}
	}));
	program.command("init").option("-y, --yes", "write the files without asking").description("write a settings file and a workflow for the detected suites").addHelpText("after", INIT_HELP).action((given) => found({
		command: "init",
		yes: given["yes"] === true,
		inputs: {}
	}));
}
/** Options that say what there is to plan or to examine. */
const OF_PLAN = [
	"suites",
	"config",
	"working-directory",
	"app-env",
	"shard"
];
/** Options that judge what is merged. */
const OF_MERGE = [...[
	"config",
	"working-directory",
	"flaky-result",
	"order-dependent-result",
	"no-tests",
	"fail-on",
	"quarantine"
], ...[
	"coverage-threshold",
	"changed-coverage-threshold",
	"diagnose",
	"evidence-dir"
]];
/** Which options help shows of those that have these names; of all options for null. */
const shownOf = (showsAll) => (names) => ({ name, hidden }) => showsAll || !hidden && (names?.includes(name) ?? true);
/** Adds every input as an option, and `--no-name` for a switch. */
function withInputs(command, inputs, isShown) {
	for (const input of inputs) {
		const { name, meaning, flag, group } = input;
		const option = new Option(`--${name} ${flag ? "[true|false]" : "<value>"}`, meaning).helpGroup(group).argParser(withoutBlank);
		command.addOption(option.hideHelp(!isShown(input)));
		if (flag) command.addOption(new Option(`--no-${name}`).hideHelp());
	}
	return command;
}
function withoutBlank(value) {
	if (value.trim() === "") throw new InvalidArgumentError("It is empty.");
	return value;
}
function collect(value, before) {
	return [...before, withoutBlank(value)];
}
/** Values of the inputs by their kebab-case names; `--name` alone is `true`, `--no-name` is `false`. */
function inputsOf(given, inputs) {
	const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
	const entries = inputs.map(({ name }) => [name, given[camel(name)]]);
	return Object.fromEntries(entries.flatMap(([name, value]) => typeof value === "string" || typeof value === "boolean" ? [[name, String(value)]] : []));
}
const TOP_HELP = `
If you omit the command, run is used.

Exit status:
  0  all suites passed, or the command succeeded
  1  a suite failed, the settings file is invalid, or doctor found a problem
  2  an argument is invalid: an unknown option, an invalid value, or a suite, test or directory that does not exist

Examples:
  qaagent-orchestrate                     run the suites in .qaagent.yaml, or the detected suites
  qaagent-orchestrate run unit --only tests/test_pay.py::test_refund
  qaagent-orchestrate plan                show what would run, and why
  qaagent-orchestrate doctor              check the tools and the settings
  qaagent-orchestrate init                write .qaagent.yaml and a workflow`;
const RUN_HELP = `
The suites are those of --suites; without it, those in the settings file (.qaagent.yaml); without one, the suites that
are detected in the repository. Options override the settings file. --no-<name> turns a switch off. Outside a workflow,
nothing is published.

Exit status: 0 all suites passed, 1 a suite failed or the settings file is invalid, 2 an argument is invalid.

Examples:
  qaagent-orchestrate run --retries 1
  qaagent-orchestrate run unit api --parallel
  qaagent-orchestrate run --suites 'unit: pytest tests/unit'
  qaagent-orchestrate run unit --only tests/test_pay.py::test_refund`;
const PLAN_HELP = `
Prints the suites and their commands, why a suite was detected or left out, the limits, and the lines to add to
.qaagent.yaml to keep the detected suites. All options of run are accepted.

Exit status: 0 success, 1 the settings file is invalid, 2 an argument is invalid.`;
const DOCTOR_HELP = `
Checks the Node.js version, git, the settings, the tool of each suite, the evidence directory and the workflows that use
the action. Each finding says what to do. No test is run. All options of run are accepted.

Exit status: 0 no problem found, 1 a problem found, 2 an argument is invalid.`;
const REPORT_HELP = `
Reads manifest.json and the records of the run, prints the report, and writes rendered.html and rendered.md to the run
directory. The other files of the run are not changed.

Exit status: 0 the run passed, 1 it did not pass or is not a run directory, 2 an argument is invalid.

Example:
  qaagent-orchestrate report .qaagent/runs`;
const MERGE_HELP = `
Reads every run below the directory, combines their tests, and writes one run with one report.

Exit status: 0 the run passed, 1 it failed, is incomplete or has no evidence, 2 an argument is invalid.

Example:
  qaagent-orchestrate merge downloaded-evidence`;
const INIT_HELP = `
Shows the detected suites and asks before it writes .qaagent.yaml and .github/workflows/qa.yml. An existing file is
never overwritten.

Exit status: 0 written, declined or nothing to do, 1 no suite was detected, 2 an argument is invalid, or there is no
terminal to ask and --yes is missing.`;
// src/adapters/terminal/settings-root.ts
/**
* The nearest folder with one of these settings files, from a folder up to the root of its repository; the folder itself
* where none has one, or outside of a repository.
*/
function settingsRoot(from, names) {
	for (let folder = from;; folder = dirname(folder)) {
		const file = names.find((name) => existsSync(join(folder, name)));
		if (file !== void 0) return {
			folder,
			file: join(folder, file)
		};
		if (existsSync(join(folder, ".git")) || folder === dirname(folder)) return {
			folder: from,
			file: ""
		};
	}
}
/** The ids of tests as they are called from another folder, where their paths are there from the first one. */
function idsFrom(ids, from, prefix) {
	if (prefix === "") return ids;
	return ids.map((id) => {
		const [path = ""] = id.split(/::| › /, 1);
		return path !== "" && existsSync(join(from, path.replace(/(?::\d+){1,2}$/, ""))) ? `${prefix}/${id}` : id;
	});
}
// src/adapters/terminal/ask-at-terminal.ts
/** Asks a person at the terminal a question that Enter answers with yes. */
async function askAtTerminal(question) {
	const terminal = createInterface({
		input: process.stdin,
		output: process.stdout
	});
	try {
		const answer = (await terminal.question(`${question} [Y/n] `)).trim().toLowerCase();
		return answer === "" || answer === "y" || answer === "yes";
	} finally {
		terminal.close();
	}
}
// src/app/command/examine-workflows.ts
/** What each permission is for, and what is missing without it. */
const PERMISSIONS = [
	[
		"checks",
		"write",
		"no check run"
	],
	[
		"pull-requests",
		"write",
		"no comment on pull requests and no changed lines"
	],
	[
		"actions",
		"read",
		"no comparison with earlier runs"
	]
];
/** Looks at the jobs that use the action: whether they check out the repository and what their token may do. */
async function examineWorkflows({ files, context }) {
	const folder = join(context.workspace, ".github", "workflows");
	const paths = await files.isDirectory(folder) ? await files.glob(["*.yml", "*.yaml"], folder) : [];
	const findings = [];
	for (const path of paths) {
		const yaml = parseYaml(await files.readText(path));
		const place = relative(context.workspace, path).replaceAll("\\", "/");
		if (yaml.ok) findings.push(...jobsOf(mapping(yaml.value)).flatMap((job) => examineJob(job, place)));
		else findings.push({
			severity: "error",
			text: `${place}: ${yaml.message}`,
			remedy: yaml.remedy
		});
	}
	if (findings.length > 0) return findings;
	return [{
		severity: "note",
		text: "no workflow uses qaagent-orchestrate",
		remedy: "`qaagent-orchestrate init` writes one."
	}];
}
function jobsOf(workflow) {
	return Object.entries(mapping(workflow["jobs"])).map(([name, value]) => {
		const job = mapping(value);
		return {
			name,
			steps: Array.isArray(job["steps"]) ? job["steps"].map(mapping) : [],
			permissions: job["permissions"] ?? workflow["permissions"]
		};
	});
}
function mapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
const uses = (step) => typeof step?.["uses"] === "string" ? step["uses"] : "";
function examineJob({ name, steps, permissions }, file) {
	const at = steps.findIndex((step) => /\/qaagent-orchestrate(@|$)/.test(uses(step)));
	if (at < 0) return [];
	const place = `${file}, job ${name}`;
	const isPublishing = mapping(steps[at]?.["with"])["mode"] === "publish";
	const hasCheckout = steps.slice(0, at).some((step) => /^actions\/checkout@/.test(uses(step)));
	const checkout = {
		severity: "error",
		text: `${place}: no earlier step checks out the repository`,
		remedy: "Add `- uses: actions/checkout@v7` before it."
	};
	const found = [...hasCheckout || isPublishing ? [] : [checkout], ...missingPermissions(permissions, place)];
	return found.length === 0 ? [fine(`${place}: checkout and permissions`)] : found;
}
function missingPermissions(permissions, place) {
	if (permissions === "write-all") return [];
	if (permissions === void 0) return [{
		severity: "warning",
		text: `${place}: \`permissions\` is not set, and the default may be read-only`,
		remedy: "Write `permissions: { contents: read, checks: write, pull-requests: write, actions: read }`."
	}];
	const given = permissions === "read-all" ? {
		actions: "read",
		contents: "read"
	} : mapping(permissions);
	return PERMISSIONS.filter(([name, level]) => given[name] !== level && given[name] !== "write").map(([name, level, without]) => ({
		severity: "warning",
		text: `${place}: ${without}, because \`${name}: ${level}\` is missing`,
		remedy: `Add \`${name}: ${level}\` to \`permissions\`.`
	}));
}
// src/app/command/examine-tool.ts
/** Whether the tool of a suite starts and which version it is: one that cannot say its version runs no tests either. */
async function examineTool(called, suite, { tool, plan }, services) {
	if (suite.runner === "command") return await examineDjango(called, suite.run, suite, services) ?? examineCommand(called, suite, services);
	const command = plan?.({
		number: 1,
		directory: "",
		select: null
	}).command ?? [];
	const program = command.slice(0, command.findIndex((word) => fileName(word) === tool) + 1);
	const [first, ...rest] = program;
	if (first === void 0) return fine(called);
	const { exit, output } = await outputOf([
		first,
		...rest,
		"--version"
	], suite, services);
	const line = (output.split("\n").find((text) => text.trim() !== "") ?? "").trim();
	const isThere = fine(`${called}: ${line} (${program.join(" ")})`);
	if (exit === 0) return suite.runner === "playwright" ? examineBrowsers(called, suite, isThere, services) : isThere;
	const reason = line === "" ? "" : `: ${line}`;
	return {
		severity: "error",
		text: `${called}: \`${program.join(" ")} --version\` ends with ${exit ?? "a signal"}${reason}`,
		remedy: `Install ${tool} so that this command works.`
	};
}
/** Whether a browser of this Playwright is installed, unless the configuration names one of the machine. */
async function examineBrowsers(called, suite, otherwise, services) {
	const { files, processes } = services;
	const configs = await files.glob(["playwright.config.{ts,js,mjs,cjs,mts,cts}"], suite.workingDirectory);
	const texts = await Promise.all(configs.map((path) => files.readText(path)));
	const npx = await processes.which("npx", envOf(suite, services));
	if (npx === null || texts.some((text) => /executablePath|channel|connectOptions/.test(text))) return otherwise;
	const { output } = await outputOf([
		npx,
		"--no-install",
		"playwright",
		"install",
		"--dry-run"
	], suite, services);
	const places = [...output.matchAll(/Install location: +(.+)/g)].map(([, path = ""]) => path.trim());
	const isThere = await Promise.all(places.map((path) => files.isDirectory(path)));
	if (places.length === 0 || isThere.includes(true)) return otherwise;
	return {
		severity: "error",
		text: `${called}: no browser of Playwright is installed`,
		remedy: "Run `npx playwright install`, or `npx playwright install chromium` for one."
	};
}
function fileName(path) {
	const [name = ""] = path.split(/[\\/]/).slice(-1);
	return name.replace(/\.(exe|cmd)$/, "");
}
/** A line that starts Django's tests: its words up to the interpreter, and `manage.py`. */
const DJANGO_LINE = /^((?:(?:uv|poetry|pdm|pipenv) run )?\S*python[\d.]*(?:\.exe)?) (\S*manage\.py) test\b/;
/** Whether Django starts, and whether what its parallel tests need is there; null for every other line. */
async function examineDjango(called, line, suite, services) {
	const [, interpreter = "", manage = ""] = DJANGO_LINE.exec(line) ?? [];
	const [program, ...words] = interpreter.split(" ");
	const first = await services.processes.which(located(program ?? "", suite), envOf(suite, services));
	if (interpreter === "" || first === null) return null;
	const python = [first, ...words];
	const { exit, output } = await outputOf([
		...python,
		manage,
		"version"
	], suite, services);
	const last = output.trim().split("\n").at(-1) ?? "";
	if (exit !== 0) return {
		severity: "error",
		text: `${called}: \`${interpreter} ${manage} version\` ends with ${exit ?? "a signal"}: ${last}`,
		remedy: "Install the packages of the project for this Python interpreter."
	};
	const tblib = /\s--parallel\b/.test(line) ? await outputOf([
		...python,
		"-c",
		"import tblib"
	], suite, services) : null;
	if (tblib === null || tblib.exit === 0) return fine(`${called}: Django ${last} (${interpreter})`);
	return {
		severity: "warning",
		text: `${called}: Django ${last} (${interpreter}) runs tests in parallel without tblib, so it cannot report why a test fails`,
		remedy: "Run `pip install tblib`."
	};
}
const located = (program, { workingDirectory }) => program.includes("/") ? join(workingDirectory, program) : program;
// src/app/command/doctor.ts
const MARKS = {
	ok: "✓",
	note: "–",
	warning: "!",
	error: "✕"
};
const LEAST_NODE = 20;
/** Looks at everything that a run needs and prints what it finds. Resolves with what must be mended. */
async function examine(suites, services) {
	const { console } = services;
	const findings = [];
	const show = (found) => {
		for (const { severity, text, remedy } of found) console.untrusted(`${MARKS[severity]} ${text}${remedy === "" ? "" : `\n    ${remedy}`}`);
		findings.push(...found);
	};
	show([node(services), await repository(services)]);
	show(await settingsAndSuites(suites, services, show));
	show(await examineWorkflows(services));
	const count = (wanted) => findings.filter(({ severity }) => severity === wanted).length;
	console.info(`${formatCount(count("error"), "error")}, ${formatCount(count("warning"), "warning")}`);
	if (findings.some(({ isArgument }) => isArgument)) return "command line";
	return count("error") === 0 ? "nothing" : "something";
}
function node({ context }) {
	const { nodeVersion } = context;
	return Number(nodeVersion.split(".")[0]) < LEAST_NODE ? {
		severity: "error",
		text: `Node ${nodeVersion}`,
		remedy: `Install Node ${LEAST_NODE} or later.`
	} : fine(`Node ${nodeVersion}, qaagent-orchestrate ${context.version}`);
}
async function repository({ git, context }) {
	const { commit, branch, reason } = await git.checkout([context.workspace]);
	if (commit !== null) return fine(`git: ${commit.slice(0, 7)}${branch === "" ? "" : ` on ${branch}`}`);
	return {
		severity: "warning",
		text: `git: ${reason === "" ? "there is no commit" : reason}`,
		remedy: "Without a commit, the report has no links and no changed lines. Run the command in a git repository that has a commit."
	};
}
async function settingsAndSuites(wanted, services, show) {
	const reading = await readSettings(services);
	if (!reading.ok) return reading.problems.map((problem) => asFinding(problem, reading.isArgument));
	const { files, context } = services;
	const places = {
		files,
		workspace: context.workspace,
		collect: () => Promise.resolve([])
	};
	const chosen = await chooseSuites(reading.settings, {
		...ALL,
		suites: wanted
	}, places);
	if (!chosen.ok) return chosen.problems.map((problem) => asFinding(problem, true));
	const { settings } = chosen;
	const from = reading.detected.length === 0 ? "defined in the settings" : "detected in the repository";
	show([
		fine(`settings: ${formatCount(settings.suites.length, "suite")}, ${from}`),
		...reading.warnings.map((problem) => asFinding(problem)),
		...(settings.untested ?? []).map((text) => ({
			severity: "warning",
			text,
			remedy: UNTESTED
		}))
	]);
	for (const suite of settings.suites) show([await examineSuite(suite, settings, services)]);
	return published(settings, services);
}
const UNTESTED = "No suite runs these tests. Define `suites` to select what runs.";
function asFinding({ severity, place, message, remedy }, isArgument = false) {
	return {
		severity,
		text: `${place}: ${message}`,
		remedy,
		isArgument
	};
}
async function examineSuite(suite, settings, services) {
	const called = `suite ${suite.name} (${suite.runner})`;
	if (!suite.enabled) return {
		severity: "note",
		text: `${called} is disabled`,
		remedy: ""
	};
	const { files, processes, context } = services;
	const prepareQuality = qualityPreparer(`${context.bundleDirectory}/drivers`);
	const found = await prepare(suite, {
		files,
		processes,
		context,
		settings,
		prepareQuality
	});
	if (!found.ok) {
		const { message, remedy } = withLocalRemedy(found.problem, context);
		return {
			severity: isProposed(suite) ? "note" : "error",
			text: `${called}: ${message}`,
			remedy
		};
	}
	const { setup, tool } = found.suite;
	if (setup !== null) return {
		severity: "note",
		text: `${called}: ${tool} is not installed; the action installs it before the run`,
		remedy: ""
	};
	return examineTool(called, suite, found.suite, {
		...services,
		settings,
		prepareQuality
	});
}
function published(settings, { context }) {
	const evidence = fine(`evidence: ${settings.evidenceDirectory}`);
	if (context.github === null) return [evidence, fine("published: nothing, because this is not a workflow")];
	if (settings.githubToken !== null) return [evidence, fine("published: check run, comment, job summary, evidence")];
	return [evidence, {
		severity: "warning",
		text: "published: only job summary and annotations, because there is no token",
		remedy: "Use the default of `github-token`."
	}];
}
// src/app/command/python-install.ts
/** Managers of Python projects: the lock file that shows them, and the line that installs the project with its tests. */
const MANAGERS = [
	["uv.lock", (named) => `pip install uv && uv sync${options("--group", named.groups)}${options("--extra", named.extras)}`],
	["poetry.lock", ({ extras }) => `pip install poetry && poetry install${options("--extras", extras)}`],
	["Pipfile.lock", () => "pip install pipenv && pipenv sync --dev"],
	["pdm.lock", ({ groups, extras }) => `pip install pdm && pdm install${options("-G", [...groups, ...extras])}`]
];
const REQUIREMENTS = [...[
	"requirements.txt",
	"requirements-dev.txt",
	"requirements-test.txt",
	"requirements-tests.txt"
], ...[
	"dev-requirements.txt",
	"test-requirements.txt",
	"requirements/dev.txt",
	"requirements/test.txt"
]];
const MANIFESTS = [
	...MANAGERS.map(([lock]) => lock),
	...REQUIREMENTS,
	"pyproject.toml",
	"setup.py"
];
/** The lines that install what the Python suites need, one for each folder that says how. */
async function installLines(suites, root, files) {
	const lines = [];
	for (const folder of await foldersOf(suites, root, files)) {
		const line = await installLine(folder, [...new Set(suites.flatMap(({ runner }) => runner === "pytest" || runner === "behave" ? [runner] : []))].toSorted().toReversed(), files);
		const below = pathsOf(root).relative(root, folder).replaceAll("\\", "/");
		if (line !== "") lines.push(below === "" ? line : `cd ${shellWord(below)} && ${line}`);
	}
	return lines;
}
/** For each suite the nearest folder that says what to install; the top when none does. */
async function foldersOf(suites, root, files) {
	const found = /* @__PURE__ */ new Set();
	for (const { workingDirectory } of suites) {
		let nearest = root;
		for (const folder of foldersUpTo(root, workingDirectory).toReversed()) if (await hasAny(folder, MANIFESTS, files)) nearest = folder;
		found.add(nearest);
	}
	return [...found];
}
async function hasAny(folder, names, files) {
	for (const name of names) if (await files.exists(join(folder, name))) return true;
	return false;
}
async function installLine(folder, tools, files) {
	const has = (name) => files.exists(join(folder, name));
	const project = await files.readTextIfExists(join(folder, "pyproject.toml")) ?? "";
	const named = namedGroups(project);
	for (const [lock, line] of MANAGERS) if (await has(lock)) return line(named);
	const found = [];
	for (const name of REQUIREMENTS) if (await has(name)) found.push(`-r ${name}`);
	const isPackage = await has("setup.py") || found.length === 0 && project !== "";
	const self = named.extras.length === 0 ? "-e ." : `-e '.[${named.extras.join(",")}]'`;
	const groups = isPackage ? groupsWithTools(project, "dependency-groups") : [];
	const installed = [
		...found,
		...isPackage ? [self] : [],
		...groups.map((name) => `--group ${name}`),
		...tools
	];
	return installed.length === 0 ? "" : `pip install ${installed.join(" ")}`;
}
const options = (option, names) => names.map((name) => ` ${option} ${name}`).join("");
// src/app/command/starter-workflow.ts
const HEAD = `name: Tests
on:
  push:
    branches: [main, master]
  pull_request:
permissions: {}
concurrency:
  group: tests-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  qa:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read # check out the repository
      checks: write # the check with causes and annotations
      pull-requests: write # the comment, and which lines are changed
      actions: read # evidence of earlier runs
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
`;
/** A workflow that installs what the suites need and runs them. */
async function starterWorkflow(suites, root, files) {
	const has = (name) => files.exists(join(root, name));
	const runners = new Set(suites.map(({ runner }) => runner));
	const python = suites.filter(startsPython);
	const lines = suites.map((suite) => suite.runner === "command" ? suite.run : "").join("\n");
	const steps = [
		...python.length === 0 ? [] : [SETUP_PYTHON],
		...(await installLines(python, root, files)).map((line) => `run: ${line}`),
		...await has("package.json") ? await nodeSteps(has, runners.has("playwright")) : [],
		.../\bgo test\b/.test(lines) ? ["uses: actions/setup-go@v6\n        with:\n          go-version: stable"] : [],
		.../\b(mvnw?|gradlew?)\b/.test(lines) ? ["uses: actions/setup-java@v5\n        with:\n          distribution: temurin\n          java-version: '21'"] : [],
		"uses: org/qaagent-orchestrate@v1"
	];
	return `${HEAD}${steps.map((step) => `      - ${step}\n`).join("")}`;
}
const SETUP_PYTHON = "uses: actions/setup-python@v7\n        with:\n          python-version: '3.13'";
function startsPython(suite) {
	if (suite.runner === "command") return /\bpython3? /.test(suite.run);
	return suite.runner === "pytest" || suite.runner === "behave";
}
async function nodeSteps(has, isPlaywright) {
	const setup = "uses: actions/setup-node@v7\n        with:\n          node-version: lts/*";
	const browsers = isPlaywright ? ["run: npx playwright install --with-deps"] : [];
	if (await has("pnpm-lock.yaml")) return [
		setup,
		"run: corepack enable && pnpm install --frozen-lockfile",
		...browsers
	];
	if (await has("yarn.lock")) return [
		setup,
		"run: corepack enable && yarn install --immutable",
		...browsers
	];
	return [
		setup,
		`run: npm ${await has("package-lock.json") ? "ci" : "install"}`,
		...browsers
	];
}
// src/app/command/init.ts
const SETTINGS = ".qaagent.yaml";
const WORKFLOW = join(".github", "workflows", "qa.yml");
/** Lets editors complete and check the settings file. */
const SCHEMA = "# yaml-language-server: $schema=https://raw.githubusercontent.com/org/qaagent-orchestrate/v1/schema/settings.schema.json";
/** Writes a settings file and a workflow for the suites that are found, after asking. Never overwrites a file. */
async function initialize(yes, ask, services) {
	const { console, context, files } = services;
	const reading = await readSettings(services);
	if (!reading.ok) {
		console.error(reading.problems.map(problemLine).join("\n"));
		return "nothing";
	}
	const { detected, settings, leftOut } = reading;
	for (const { entry, why } of detected) console.untrusted(`Found suite ${entry.name} (${entry.values.runner}): ${why}`);
	for (const sentence of [...leftOut, ...settings.untested ?? []]) console.untrusted(`Left out: ${sentence}`);
	const wanted = {
		...detected.length === 0 ? {} : { [SETTINGS]: settingsFile(detected) },
		[WORKFLOW]: await starterWorkflow(settings.suites, context.workspace, files)
	};
	const texts = [];
	for (const [name, text] of Object.entries(wanted)) if (await files.exists(join(context.workspace, name))) console.info(`${name} already exists and is not changed.`);
	else texts.push([name, text]);
	if (texts.length === 0) return "written";
	for (const [name, text] of texts) console.untrusted(`\n${name}:\n\n${text}`);
	const names = texts.map(([name]) => name).join(" and ");
	if (yes) return write(texts, services);
	if (ask === null) {
		console.error(`Nothing was written, because there is no terminal to ask for confirmation. Use --yes to write ${names}, as shown above.`);
		return "unasked";
	}
	if (await ask(`Write ${names}?`)) return write(texts, services);
	console.info("Nothing was written.");
	return "declined";
}
function settingsFile(detected) {
	return `${SCHEMA}\n${formatYaml({ suites: suitesMapping(detected) })}\n`;
}
async function write(texts, services) {
	const { files, context, console } = services;
	for (const [name, text] of texts) {
		await files.writeWhole(join(context.workspace, name), text);
		console.info(`Written: ${name}`);
	}
	console.info("Next: `qaagent-orchestrate doctor`, then `qaagent-orchestrate run`.");
	return "written";
}
// src/app/command/report-again.ts
/**
* Prints the report of a finished run and writes it beside its evidence, as `rendered.html` and `rendered.md`. Of several
* runs below the folder the last one is taken. Changes no file of the run.
*/
async function reportAgain(directory, services) {
	const { found, problems } = await evidenceInFolder(directory, services.files);
	for (const { message } of problems) services.console.error(message);
	const last = found.toSorted((a, b) => a.place < b.place ? -1 : 1).at(-1);
	if (last === void 0) {
		services.console.error(`There is no manifest.json in ${directory} or up to two folders below it. Specify a run directory.`);
		return "failure";
	}
	const texts = await last.read();
	if ("severity" in texts) {
		services.console.error(`${texts.message}.`);
		return "failure";
	}
	const read = reportFromEvidence(texts);
	if (typeof read === "string") {
		services.console.error(`${last.place} is not valid evidence: ${read}.`);
		return "failure";
	}
	const run = withRunProblems(read, texts);
	await render(await withSettings(run, services), last.place, services);
	return run.report.conclusion;
}
/** The run with its suites as the settings have them now: evidence does not hold how a test of them is run again. */
async function withSettings(run, services) {
	const reading = await readSettings(services);
	if (!reading.ok) return run;
	const suites = run.report.suites.map((report) => {
		const { name, runner } = report.suite;
		const known = reading.settings.suites.find((suite) => suite.name === name && suite.runner === runner);
		return known === void 0 ? report : {
			...report,
			suite: known
		};
	});
	return {
		...run,
		report: {
			...run.report,
			suites
		}
	};
}
async function render(run, directory, services) {
	const folder = {
		evidenceDirectory: dirname(directory),
		project: run.manifest.project
	};
	const view = viewOf(run, directory, await localPast(folder, basename(directory), services), services);
	const { files, console } = services;
	const texts = {
		"rendered.html": renderHtmlReport(view, run.report),
		"rendered.md": renderMarkdownReport(view)
	};
	for (const [name, text] of Object.entries(texts)) await files.writeWhole(join(directory, name), text);
	console.info(renderTerminal(view, terminalOptions(services.context)));
	console.untrusted(`Written: ${Object.keys(texts).map((name) => join(directory, name)).join(", ")}`);
}
function viewOf({ report, diagnosis: read, routeOf, manifest, problems }, directory, past, services) {
	const settings = settingsOfInputs(services);
	if (settings === null) throw new Error("settings without inputs are invalid");
	const isHere = manifest.attempt === 0;
	const facts = {
		context: services.context,
		report,
		settings: {
			...settings,
			project: manifest.project
		},
		run: {
			runId: manifest.runId,
			directory
		},
		headSha: manifest.commit,
		artifactUrl: null,
		branch: manifest.branch,
		environment: isHere ? environmentOf(services.context, settings) : "",
		baseline: isHere ? baselineOf(report, past, services) : null,
		pastNote: isHere ? past.note : "",
		problems,
		resolvePath: (path) => insidePath(path) === "" ? null : path,
		isChangedLine: () => false,
		routeOf,
		...NOTHING_MEASURED
	};
	const note = isByRules(read) ? [RULES_NOTE] : [];
	const diagnosis = {
		...read,
		notes: [...note, ...read.notes]
	};
	return buildView(report, isHere ? withHistoryNote(diagnosis, past) : diagnosis, publishContext(facts));
}
/** True when rules alone decided the causes, as far as the evidence says. */
const isByRules = ({ diagnoses }) => diagnoses.length > 0 && diagnoses.every(({ source }) => source === "rules");
// src/app/command/perform-command.ts
/** Exit status of a command that could not be carried out as it was given. */
const USAGE = 2;
/** Carries out a command and resolves with its exit status. */
async function performCommand(request, services, ask) {
	switch (request.command) {
		case "run": return statusOf(await runAction(services, request));
		case "plan": return statusOf(await runAction({
			...services,
			inputs: {
				...services.inputs,
				mode: "plan"
			}
		}, {
			...ALL,
			suites: request.suites
		}));
		case "doctor": return {
			nothing: 0,
			something: 1,
			"command line": USAGE
		}[await examine(request.suites, services)];
		case "init": {
			const ended = await initialize(request.yes, ask, services);
			return {
				written: 0,
				declined: 0,
				nothing: 1,
				unasked: USAGE
			}[ended];
		}
		case "merge": return inFolder(request.directory, services, (folder) => mergeFolder(folder, services));
		case "report": return inFolder(request.directory, services, (folder) => reportAgain(folder, services));
	}
}
/** Carries out a command in the folder that is its argument; one that is not there is refused. */
async function inFolder(directory, { context, files, console }, work) {
	const folder = resolve(context.workspace, directory);
	if (await files.isDirectory(folder)) return statusOf(await work(folder));
	console.error(settingsMessage([settingsError("<directory>", `the folder ${folder} does not exist.`, "Specify the folder that contains the runs. The default is .qaagent/runs.")]));
	return USAGE;
}
function mergeFolder(folder, services) {
	const inputs = {
		...services.inputs,
		mode: "merge",
		"evidence-dir": folder
	};
	return runAction({
		...services,
		inputs
	});
}
function statusOf(ended) {
	if (ended === "refused") return USAGE;
	return ended === "success" || ended === "neutral" ? 0 : 1;
}
// src/app/command/unknown-word.ts
/** What was meant by a first word that is no command: a suite, a test or a tool; empty where nothing is near. */
async function suggestCommand(words, services) {
	const [word = ""] = words;
	const reading = await readSettings(services);
	const suites = reading.ok ? reading.settings.suites.map(({ name }) => name) : [];
	const line = [
		"qaagent-orchestrate",
		"run",
		...words
	].join(" ");
	if (suites.includes(word)) return `"${word}" is a suite. Did you mean \`${line}\`?`;
	const suite = suites.length === 1 ? suites[0] ?? "" : "<suite>";
	const { files, context } = services;
	const [path = ""] = word.split("::", 1);
	if (/[/\\.]/.test(path) && await files.exists(join(context.workspace, path.replace(/(?::\d+){1,2}$/, "")))) return `"${word}" is a test or a file. Did you mean \`qaagent-orchestrate run ${suite} --only ${word}\`?`;
	if (isSuiteLine(words.join(" "))) return `"${word}" starts a tool. Did you mean \`qaagent-orchestrate run --suites 'unit: ${words.join(" ")}'\`?`;
	const near = didYouMean(word, suites).slice(14, -2);
	if (near !== "") return `Did you mean \`qaagent-orchestrate run ${near}\`?`;
	return suites.length === 0 ? "" : `The suites are ${suites.join(", ")}: \`qaagent-orchestrate run ${suites[0] ?? ""}\` runs one.`;
}
// src/settings/input-table.ts
const row = (name, shownDefault, meaning, actionDefault) => actionDefault === void 0 ? {
	name,
	shownDefault,
	meaning
} : {
	name,
	shownDefault,
	meaning,
	actionDefault
};
/** Every input, in the order of docs/inputs.md. A test checks that it matches the inputs that the settings code accepts. */
const INPUT_TABLE = [
	row("suites", "`.qaagent.yaml`, else detected", "The suites to run, as YAML with one suite per line: `name: <runner> <path> [args]` or `name: { settings }`."),
	row("config", "`.qaagent.yaml`", "Path of the settings file. By default, the action uses the nearest `.qaagent.yaml`, `.qaagent.yml`, `qaagent.yaml` or `qaagent.yml`, searching from `working-directory` up to the workspace. It is an error if one directory contains two of these files, or if a file that you name does not exist."),
	row("mode", "`run`", "`run` runs the suites. `plan` prints what would run, without running it. `merge` combines the evidence of shards and matrix jobs into one run and publishes it. `publish` publishes the evidence of another run, for example of a run on a fork."),
	row("working-directory", "`.`", "The directory in which suites run. Relative paths start there."),
	row("base-url", "", "The URL of the application under test. Every suite receives it as `BASE_URL`."),
	row("app-env", "the first one in `app`", "The environment to use from the `app` block of the settings file."),
	row("start-command", "", "A shell command that starts the application under test. It may exit with status 0 and leave a service running (`docker compose up -d`). Its processes are ended after the suites, and its log is kept as evidence."),
	row("health-url", "", "The URL that answers with a status below 500 when the application is ready. Separate several URLs with spaces or line breaks."),
	row("start-timeout", "`60s`", "How long to wait for the application to become ready."),
	row("timeout", "`300s`", "The time limit for one attempt of one suite, for example `90`, `90s`, `5m` or `1h`."),
	row("idle-timeout", "off", "Ends an attempt that produces no output and no test event for this long."),
	row("run-timeout", "off", "The time limit for all suites together. The suites that are still running are then ended and reported. Set it lower than `timeout-minutes` of the job, so that the report is published before GitHub ends the job."),
	row("grace", "`10s`", "How long to wait after one signal to a process before sending the next, stronger one."),
	row("retries", "`0`", "The maximum number of rounds in which the tests that have not passed are rerun. No round starts after the reruns of a suite have taken longer than `timeout` in total."),
	row("retry-max-failures", "`max(20, 10%)`", "Nothing is rerun if more tests than this have failed, because the build is then broken rather than flaky. The default is 20 tests or 10 % of the suite, whichever is more."),
	row("suite-order", "`unit, behave, e2e`", "The suites to run first, in this order. The others follow in the order in which they are defined."),
	row("parallel", "`false`", "Runs suites in parallel."),
	row("max-workers", "the number of enabled suites", "The number of suites that may run at the same time. A suite counts as its `weight`."),
	row("fail-fast", "`false`", "Cancels the remaining suites when one suite fails."),
	row("shard", "", "The part of every suite that this job runs: `2/4` is the second of four parts. A job with `mode: merge` combines the parts."),
	row("timings", "recorded by earlier merges", "A file with recorded test durations (`evidence/timings.json` of a merge). It is used to balance the shards."),
	row("flaky-result", "`pass`", "The result of a flaky test: `pass` or `fail`."),
	row("order-dependent-result", "`fail`", "The result of a test that fails when all tests run and passes only in a smaller set: `fail` or `pass`."),
	row("no-tests", "`fail`", "The result of a suite in which no test ran: `fail`, `warn` or `pass`."),
	row("fail-on", "`all`", "`all` fails the run for every failure. `new` fails it only for failures that the base branch does not have. If there is no history of the base branch and `verify-base` is off, `new` behaves like `all`."),
	row("verify-base", "`false`", "Reruns the failing tests of a pull request, at most 50, on the commit that the pull request is merged into, and reports which of them fail there too."),
	row("coverage-threshold", "off", "The minimum line coverage, in percent, of the coverage reports among the `artifacts`. The run fails if the coverage is lower or if there is no coverage report."),
	row("changed-coverage-threshold", "off", "The minimum coverage, in percent, of the executable lines that the pull request changes. It is not checked outside pull requests."),
	row("quarantine", "`.qaagent/quarantine.yml`", "A file that lists tests that are known to fail, each with a reason, an owner and an expiry date. It is an error if a file that you name does not exist, or if an entry is incomplete."),
	row("openapi", "detected", "The path or URL of an OpenAPI file. It is used to assign routes to tests, to measure route coverage and to generate tests."),
	row("generate", "`false`", "Generates a smoke test for every API operation that no test calls, runs these tests in a suite named `generated`, and keeps them as evidence."),
	row("diagnose", "`auto`", "How causes are determined. `rules` uses rules only. `auto` also asks a model about unclear causes if `anthropic-api-key` is set. `model` does the same and also accepts a key from the environment. `off` determines no causes."),
	row("anthropic-api-key", "", "The API key for the model. It is masked in the log. A key in the environment variable `ANTHROPIC_API_KEY` is used only with `diagnose: model`."),
	row("llm-model", "a small model", "The name of the model."),
	row("llm-base-url", "Anthropic's API", "The URL of a server that implements the Anthropic Messages API."),
	row("llm-budget", "`0.25`", "The maximum cost of model calls per run, in US dollars. `0` disables them."),
	row("github-token", "`${{ github.token }}`", "The token that is used to publish the check run and the comment.", "${{ github.token }}"),
	row("commit", "the commit that is checked out", "The full SHA of the tested commit (40 hexadecimal digits). Set it if the job tests something other than what it checks out. The check run and the links refer to this commit."),
	row("pull-request", "from the event", "The number of the pull request to comment on. Set it if the event does not refer to a pull request."),
	row("expected-jobs", "listed by GitHub", "The number of jobs whose evidence `mode: merge` must find. Each shard and each combination of a matrix counts as one job. The run fails if there are fewer."),
	row("check", "`true`", "Whether to publish a check run."),
	row("step-result", "`verdict`", "`verdict` fails the step if the run fails. `always-success` lets the step succeed and only the check run fail; the step still fails if no check run could be published."),
	row("check-name", "`QA`", "The name of the check run. The workflow, the job and the matrix values are appended to it."),
	row("annotations", "`50`", "The maximum number of annotations. `0` shows none. The counts and the verdict do not depend on it."),
	row("comment", "`changes`", "When to create or update the comment on the pull request: `changes`, `failures`, `always` or `off`."),
	row("artifact-name", "`qa-evidence`", "The name of the artifact that contains the evidence. The job, the matrix values and the attempt are appended to it."),
	row("upload", "`always`", "When to upload the evidence: `always`, `failures` or `never`."),
	row("retention-days", "the repository's setting", "The number of days for which the artifact is kept."),
	row("evidence-dir", "`$QAAGENT_RUNS_DIR`, else the runner's temporary directory, else `.qaagent/runs`", "The directory in which the run directories are created. With `mode: publish` or `merge`, a directory from which evidence is read instead of the artifacts of the run."),
	row("matrix", "set automatically", "Identifies the job within a matrix. Do not set it.", "${{ toJSON(matrix) }}"),
	row("check-run-id", "set automatically", "Identifies the call of a reusable workflow. Do not set it.", "${{ job.check_run_id }}")
];
// src/settings/command-line-inputs.ts
/** Inputs that only a workflow needs, where commands stand for `mode` and something is published. */
const OF_WORKFLOWS = [...[
	"matrix",
	"check-run-id",
	"github-token",
	"commit",
	"pull-request",
	"check",
	"check-name",
	"mode",
	"expected-jobs"
], ...[
	"annotations",
	"comment",
	"step-result",
	"artifact-name",
	"upload",
	"retention-days"
]];
/** Headings of the help, with the inputs below each. */
const GROUPS = {
	"What runs:": [
		"suites",
		"config",
		"working-directory",
		"suite-order",
		"shard",
		"timings",
		"openapi",
		"generate"
	],
	"The application under test:": [
		"base-url",
		"app-env",
		"start-command",
		"health-url",
		"start-timeout"
	],
	"Limits and order:": [...[
		"timeout",
		"idle-timeout",
		"run-timeout",
		"grace",
		"retries",
		"retry-max-failures"
	], ...[
		"parallel",
		"max-workers",
		"fail-fast"
	]],
	"What is red:": [...[
		"flaky-result",
		"order-dependent-result",
		"no-tests",
		"fail-on",
		"verify-base",
		"quarantine"
	], ...["coverage-threshold", "changed-coverage-threshold"]],
	"Causes:": [
		"diagnose",
		"anthropic-api-key",
		"llm-model",
		"llm-base-url",
		"llm-budget"
	],
	"Evidence:": ["evidence-dir"]
};
/** The inputs that are options of the command line, as its help shows them. */
const COMMAND_LINE_INPUTS = INPUT_TABLE.map(({ name, meaning, shownDefault }) => ({
	name,
	meaning: plain(shownDefault === "" ? meaning : `${meaning} (Default: ${shownDefault})`),
	flag: FLAG_KEYS.includes(name),
	hidden: OF_WORKFLOWS.includes(name),
	group: Object.keys(GROUPS).find((heading) => GROUPS[heading]?.includes(name)) ?? "Other options:"
}));
function plain(text) {
	return text.replaceAll("`", "");
}
// src/command-line.ts
/** Reads the arguments, carries out the command and resolves with the exit status. */
async function runCommandLine(args, world) {
	const parsed = parseCommandLine(args, {
		version: VERSION,
		inputs: COMMAND_LINE_INPUTS
	});
	if (!parsed.ok) {
		process.stdout.write(parsed.output);
		process.stderr.write(parsed.unknown === void 0 ? parsed.error : await withSuggestion(parsed, world));
		return parsed.exit;
	}
	const { invocation } = parsed;
	const here = process.cwd();
	const { folder, file } = PATH_OPTIONS.some((name) => name in invocation.inputs) ? {
		folder: here,
		file: ""
	} : settingsRoot(here, SETTINGS_FILES);
	const start = {
		isAction: false,
		inputs: invocation.inputs,
		folder
	};
	const services = createServices(world.entryUrl, world.cancelled, start);
	if (folder !== here && !("directory" in invocation)) services.console.info(`Settings: ${relative(here, file)}; paths in it start at its folder`);
	const request = typedIn(here, folder, invocation);
	const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
	return world.guarded(services, () => performCommand(request, services, isTerminal ? askAtTerminal : null));
}
/** The message about a word that is no command, with what the project suggests in place of a command that looks like it. */
async function withSuggestion({ error, unknown = [] }, world) {
	const suggestion = await suggestCommand(unknown, createServices(world.entryUrl, world.cancelled, {
		isAction: false,
		inputs: {}
	}));
	const [own] = /^\(Did you mean .*\)\n/m.exec(error) ?? [];
	if (suggestion === "" || own !== void 0 && !suggestion.includes("Did you mean")) return error;
	return `${error.replace(own ?? "", "")}${suggestion}\n`;
}
/** Options with paths, which start in the folder of the process. */
const PATH_OPTIONS = [
	"config",
	"working-directory",
	"suites"
];
/** A command with what it names in one folder, as another folder calls it. */
function typedIn(here, folder, invocation) {
	if ("directory" in invocation) return {
		...invocation,
		directory: resolve(here, invocation.directory)
	};
	const prefix = relative(folder, here).replaceAll("\\", "/");
	return "only" in invocation ? {
		...invocation,
		only: idsFrom(invocation.only, here, prefix)
	} : invocation;
}
export { runCommandLine };
