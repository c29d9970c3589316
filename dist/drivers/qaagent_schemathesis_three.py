"""Hears Schemathesis 3 by a handler beside those of its command line."""
import os

import schemathesis
from schemathesis import sanitization
from schemathesis.code_samples import CodeSampleStyle
from schemathesis.runner import events

from qaagent_schemathesis_listener import Listener, guarded, header_of


def hide_header(variable):
    name = header_of(os.environ.get(variable, ""))[0]
    sanitization.configure(sanitization.Config().with_keys_to_sanitize(name))


def listen(options):
    if options.get("auth"):
        guarded(hide_header, options["auth"])

    class Handler:
        def __init__(self):
            self.listener = Listener(options)

        def handle_event(self, context, event):
            guarded(self.hear, event)

        def hear(self, event):
            if isinstance(event, events.AfterExecution):
                self.hear_result(event.verbose_name, event.result)
            # The exit status shows a specification that cannot be loaded, with the remedy.
            elif isinstance(event, events.InternalError) and event.title != "Schema Loading Error":
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
            guarded(self.listener.record.close, None)

    def after_init_cli_run_handlers(context, handlers, execution_context):
        handlers.append(Handler())

    schemathesis.hook(after_init_cli_run_handlers)


def curl_of(check):
    example, request = check.example, check.request
    return CodeSampleStyle.curl.generate(
        method=example.method,
        url=example.url,
        body=example.deserialize_body(),
        headers={key: value for key, value in (example.headers or {}).items()},
        verify=example.verify,
        extra_headers=example.extra_headers or dict(request.headers),
    )
