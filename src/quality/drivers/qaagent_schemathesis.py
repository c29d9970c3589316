"""Hooks of Schemathesis 4 and 3: hears every check and tells it as a test `METHOD /path \u203a check`, with the request
as curl. Loaded by SCHEMATHESIS_HOOKS; the user's own hooks, named in QAAGENT_USER_HOOKS, are loaded first. Adds the
header whose value stands in the variable named by `auth`, so that it is in no command line and no report."""
import base64
import importlib
import importlib.util
import os
import re
import sys

import schemathesis

from qaagent_quality import Record, settings

OPTIONS = settings()
SEVERITIES = {
    "not_a_server_error": "critical",
    "ignored_auth": "critical",
    "use_after_free": "high",
    "ensure_resource_availability": "high",
    "status_code_conformance": "high",
    "response_schema_conformance": "high",
}
MAX_CASES = 5


def load_user_hooks(name):
    if not name:
        return
    if os.sep in name or name.endswith(".py"):
        spec = importlib.util.spec_from_file_location("qaagent_user_hooks", name)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    else:
        sys.path.append(os.getcwd())
        importlib.import_module(name)


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
    """What both versions tell, as tests. One failing case decides a check; the others are kept beside it."""

    def __init__(self):
        self.record = Record(OPTIONS, "schemathesis", version())
        self.failures = {}

    def passed(self, label, check):
        if self.record.status_of(label, check) is None:
            self.record.test(label, check, "passed", properties=self.properties(label, check))

    def failed(self, label, check, title, message, curl, severity=None, response=None):
        cases = self.failures.setdefault((label, check), {})
        first_line = message.strip().split("\n")[0] if message else ""
        status = getattr(response, "status_code", None)
        said = re.sub(r"^Received: ", "", first_line)
        what = said if said and said != title else status
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


def told(action, *args):
    """Nothing here may ever end the run that it watches."""
    try:
        action(*args)
    except Exception as error:  # noqa: BLE001
        sys.stderr.write(f"qaagent: cannot tell a check: {type(error).__name__}: {error}\n")


def listen_to_four():
    from schemathesis import cli
    from schemathesis.engine import events

    class Handler(cli.EventHandler):
        def __init__(self, *args, **params):
            self.listener = Listener()

        def start(self, ctx):
            told(self.hide_header, ctx)

        def hide_header(self, ctx):
            if OPTIONS.get("auth"):
                sanitization = ctx.config.output.sanitization
                name = header_of(os.environ.get(OPTIONS["auth"], ""))[0].lower()
                keys = sanitization.keys_to_sanitize
                sanitization.keys_to_sanitize = type(keys)([*keys, name])

        def handle_event(self, ctx, event):
            told(self.hear, ctx, event)

        def hear(self, ctx, event):
            if hasattr(event, "recorder"):
                self.hear_checks(event.recorder)
            elif isinstance(event, events.NonFatalError):
                self.listener.broken(event.label, *described(event.value))
            elif isinstance(event, events.FatalError):
                self.listener.broken("", *described(event.exception))

        def hear_checks(self, recorder):
            for case_id, checks in recorder.checks.items():
                node = recorder.cases.get(case_id)
                label = recorder.label if node is None else node.value.operation.label
                for check in checks:
                    info = check.failure_info
                    if info is None:
                        if str(getattr(check.status, "value", check.status)) == "success":
                            self.listener.passed(label, check.name)
                        continue
                    interaction = recorder.interactions.get(case_id)
                    failure = info.failure
                    self.listener.failed(
                        label,
                        check.name,
                        failure.title,
                        failure.message,
                        info.code_sample,
                        severity=str(getattr(getattr(failure, "severity", None), "value", "")) or None,
                        response=None if interaction is None else interaction.response,
                    )

        def shutdown(self, ctx):
            told(self.listener.record.close, getattr(ctx, "exit_code", None))

    cli.handler()(Handler)


def described(error):
    head = str(error).strip().split("\n")[0] or type(error).__name__
    return f"{type(error).__name__}: {head}", str(error)


def listen_to_three():
    from schemathesis.runner import events

    class Handler:
        def __init__(self):
            self.listener = Listener()

        def handle_event(self, context, event):
            told(self.hear, event)

        def hear(self, event):
            if isinstance(event, events.AfterExecution):
                self.hear_result(event.verbose_name, event.result)
            elif isinstance(event, events.InternalError):
                self.listener.broken("", event.title, event.message)

        def hear_result(self, label, result):
            for check in result.checks:
                if getattr(check.value, "name", "") == "success":
                    self.listener.passed(label, check.name)
                elif getattr(check.value, "name", "") == "failure":
                    message = (check.context.message if check.context is not None else check.message) or ""
                    self.listener.failed(label, check.name, check.title, message, curl_of(check), None, check.response)
            for error in result.errors:
                self.listener.broken(label, error.title or error.exception, error.exception_with_traceback)

        def shutdown(self):
            told(self.listener.record.close, None)

    def after_init_cli_run_handlers(context, handlers, execution_context):
        handlers.append(Handler())

    schemathesis.hook(after_init_cli_run_handlers)


def curl_of(check):
    from schemathesis.code_samples import CodeSampleStyle

    example, request = check.example, check.request
    return CodeSampleStyle.curl.generate(
        method=example.method,
        url=example.url,
        body=example.deserialize_body(),
        headers={key: value for key, value in (example.headers or {}).items()},
        verify=example.verify,
        extra_headers=example.extra_headers or dict(request.headers),
    )


def authenticate(variable):
    name, value = header_of(os.environ.get(variable, ""))

    class Header:
        def get(self, case, context):
            return value

        def set(self, case, data, context):
            case.headers = case.headers or {}
            case.headers[name] = data

    schemathesis.auth()(Header)


if OPTIONS is not None:
    load_user_hooks(os.environ.get("QAAGENT_USER_HOOKS"))
    if OPTIONS.get("auth"):
        authenticate(OPTIONS["auth"])
    if hasattr(schemathesis, "engine") or not hasattr(schemathesis, "runner"):
        listen_to_four()
    else:
        listen_to_three()
else:
    load_user_hooks(os.environ.get("QAAGENT_USER_HOOKS"))
