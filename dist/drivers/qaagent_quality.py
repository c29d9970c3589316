"""What a quality tool found, written where the suite looks: events as JSON lines (src/model/events.ts), one JUnit file,
findings as JSON lines. Python 3.8 and newer, standard library alone. QAAGENT_QUALITY names a JSON file with the
settings: `directory` is where everything goes, `secrets` the variables whose values are never written, `select` the
tests that a rerun asks for."""
import json
import os
import re
import time
from xml.sax.saxutils import escape, quoteattr

MAX_TEXT = 16_000
MAX_FINDINGS = 2_000
BAD = ("failed", "error")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def settings():
    """The settings of the suite; None when this process was not started by us."""
    try:
        with open(os.environ["QAAGENT_QUALITY"], encoding="utf-8") as file:
            return json.load(file)
    except (KeyError, OSError, ValueError):
        return None


def clipped(text, limit=MAX_TEXT):
    text = str(text)
    return text if len(text) <= limit else text[: limit - 1] + "\u2026"


class Record:
    """One session of a tool: tests as they become known, findings, and at the end the report."""

    def __init__(self, options, runner, version):
        self.directory = options["directory"]
        self.runner = runner
        self.secrets = [os.environ[name] for name in options.get("secrets", []) if os.environ.get(name)]
        self.secrets += [part for value in self.secrets for part in value.split()[1:] if len(part) > 3]
        self.select = options.get("select")
        self.tests = {}
        self.findings = 0
        self.closed = False
        cwd = os.getcwd()
        self.event("session", v=1, runner=runner, version=version, rootdir=cwd, cwd=cwd, pid=os.getpid())

    def clean(self, text, limit=MAX_TEXT):
        text = str(text)
        for secret in sorted(self.secrets, key=len, reverse=True):
            text = text.replace(secret, "***")
        return clipped(text, limit)

    def append(self, name, value):
        line = json.dumps(value, ensure_ascii=True) + "\n"
        with open(os.path.join(self.directory, name), "a", encoding="utf-8") as file:
            file.write(line)

    def event(self, kind, **fields):
        self.append("events.jsonl", {"e": kind, "t": int(time.time() * 1000), **fields})

    def error(self, message, details=""):
        self.event("error", message=self.clean(message, 1000), details=self.clean(details), file="", line=0)

    def test(self, classname, name, status, message="", details="", kind="", duration=0.0, properties=None):
        """Reports how a test stands; a later word on the same test replaces an earlier one."""
        ident = f"{classname} \u203a {name}"
        if self.select is not None and ident not in self.select:
            return
        if ident not in self.tests:
            self.event("collected", tests=[{"id": ident, "name": name, "classname": classname, "file": "", "line": 0}])
        test = {
            "classname": classname,
            "name": name,
            "status": status,
            "message": self.clean(message, 2000),
            "details": self.clean(details),
            "type": kind,
            "duration": duration,
            "properties": {key: self.clean(value, 2000) for key, value in (properties or {}).items()},
        }
        self.tests[ident] = test
        reported = {key: test[key] for key in ("status", "message", "type", "details")}
        self.event("end", id=ident, retry=0, phase="", durationMs=round(duration * 1000), file="", line=0, **reported)

    def status_of(self, classname, name):
        known = self.tests.get(f"{classname} \u203a {name}")
        return None if known is None else known["status"]

    def finding(self, severity, code, message, route=None, refs=(), tags=(), metadata=None):
        self.findings += 1
        if self.findings > MAX_FINDINGS:
            return
        kept = {key: self.clean(value, 4000) if isinstance(value, str) else value for key, value in (metadata or {}).items()}
        self.append(
            "findings.jsonl",
            {
                "tool": self.runner,
                "severity": severity,
                "code": code,
                "message": self.clean(message, 2000),
                "file": None,
                "line": None,
                "column": None,
                "selector": None,
                "route": route,
                "evidence_refs": list(refs),
                "tags": list(tags),
                "metadata": kept,
            },
        )

    def close(self, exit_code):
        """Writes the report and ends the session, once."""
        if self.closed:
            return
        self.closed = True
        with open(os.path.join(self.directory, "junit.xml"), "w", encoding="utf-8") as file:
            file.write(junit(self.runner, list(self.tests.values())))
        self.event("finish", exit=exit_code)

    @property
    def failed(self):
        return any(test["status"] in BAD for test in self.tests.values())


def junit(runner, tests):
    failures = sum(test["status"] == "failed" for test in tests)
    errors = sum(test["status"] == "error" for test in tests)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites><testsuite name={quoteattr(runner)} tests="{len(tests)}" failures="{failures}" errors="{errors}">',
    ]
    for test in tests:
        named = f'name={quoteattr(test["name"])} classname={quoteattr(test["classname"])}'
        lines.append(f'<testcase {named} time="{test["duration"]:.3f}">')
        if test["properties"]:
            pairs = test["properties"].items()
            reported = "".join(f"<property name={quoteattr(key)} value={quoteattr(value)}/>" for key, value in pairs)
            lines.append(f"<properties>{reported}</properties>")
        if test["status"] in BAD:
            tag = "failure" if test["status"] == "failed" else "error"
            head = f'message={quoteattr(test["message"])} type={quoteattr(test["type"])}'
            lines.append(f'<{tag} {head}>{escape(test["details"])}</{tag}>')
        lines.append("</testcase>")
    lines.append("</testsuite></testsuites>\n")
    return NOT_XML.sub("\ufffd", "\n".join(lines))
