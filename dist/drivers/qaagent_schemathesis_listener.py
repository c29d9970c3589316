"""What Schemathesis reports, whatever its version, as tests, findings and errors of one session."""
import base64
import re
import sys

from qaagent_quality import Record

SEVERITIES = {
    "not_a_server_error": "critical",
    "ignored_auth": "critical",
    "use_after_free": "high",
    "ensure_resource_availability": "high",
    "status_code_conformance": "high",
    "response_schema_conformance": "high",
}
MAX_CASES = 5


def version():
    try:
        from importlib.metadata import version as of

        return of("schemathesis")
    except Exception:  # noqa: BLE001 - a tool without its metadata still runs
        return ""


def header_of(value):
    """`X-Key: abc` is a header; anything else is a value for Authorization."""
    match = re.match(r"([A-Za-z][A-Za-z0-9-]*):\s+(\S.*)$", value)
    return (match.group(1), match.group(2)) if match else ("Authorization", value)


class Listener:
    """What both versions report, as tests. One failing case decides a check; the others are kept beside it."""

    def __init__(self, options):
        self.record = Record(options, "schemathesis", version())
        self.failures = {}

    def passed(self, label, check):
        if self.record.status_of(label, check) is None:
            self.record.test(label, check, "passed", properties=self.properties(label, check))

    def failed(self, label, check, title, message, curl, severity=None, response=None):
        cases = self.failures.setdefault((label, check), {})
        first_line = message.strip().split("\n")[0] if message else ""
        status = getattr(response, "status_code", None)
        detail = re.sub(r"^Received: ", "", first_line)
        what = detail if detail and detail != title else status
        key = f"{title}: {what} from {label}" if what else f"{title} from {label}"
        if key in cases or len(cases) >= MAX_CASES:
            return
        answer = "" if status is None else f"The answer was {status}:\n{body_of(response)}"
        parts = [title, message, answer, f"Reproduce with:\n\n    {curl}"]
        cases[key] = "\n\n".join(part for part in parts if part)
        self.record.test(
            label,
            check,
            "failed",
            message=next(iter(cases)),
            details="\n\n----\n\n".join(cases.values()),
            kind=check,
            properties=self.properties(label, check),
        )
        self.record.finding(
            severity or SEVERITIES.get(check, "medium"),
            check,
            key,
            route=label,
            refs=["junit.xml"],
            tags=["api", "fuzzing"],
            metadata={"curl": curl, "title": title, "status_code": status},
        )

    def broken(self, label, message, details):
        if " /" in label:
            self.record.test(label, "can be tested", "error", message=message, details=details, kind="error")
        else:
            self.record.error(f"{label}: {message}" if label else message, details)

    @staticmethod
    def properties(label, check):
        return {"route": label, "check": check}


def body_of(response):
    content = getattr(response, "content", None)
    if content is None and isinstance(getattr(response, "body", None), str):
        content = base64.b64decode(response.body)
    return (content or b"").decode("utf-8", "replace")[:500]


def guarded(action, *args):
    """Nothing here may ever end the run that it watches."""
    try:
        action(*args)
    except Exception as error:  # noqa: BLE001
        sys.stderr.write(f"qaagent: cannot report a check: {type(error).__name__}: {error}\n")


def described(error):
    head = str(error).strip().split("\n")[0] or type(error).__name__
    return f"{type(error).__name__}: {head}", str(error)
