"""Hears Schemathesis 4 by a handler of its events."""
import os

from schemathesis import cli
from schemathesis.engine import events

from qaagent_schemathesis_listener import Listener, described, guarded, header_of


def listen(options):
    class Handler(cli.EventHandler):
        def __init__(self, *args, **params):
            self.listener = Listener(options)

        def start(self, ctx):
            guarded(self.hide_header, ctx)

        def hide_header(self, ctx):
            if options.get("auth"):
                sanitization = ctx.config.output.sanitization
                name = header_of(os.environ.get(options["auth"], ""))[0].lower()
                keys = sanitization.keys_to_sanitize
                sanitization.keys_to_sanitize = type(keys)([*keys, name])

        def handle_event(self, ctx, event):
            guarded(self.hear, ctx, event)

        def hear(self, ctx, event):
            if hasattr(event, "recorder"):
                self.hear_checks(event.recorder)
            elif isinstance(event, events.NonFatalError):
                self.listener.broken(event.label, *described(event.value))
            # The exit status shows a specification that cannot be loaded, with the remedy.
            elif isinstance(event, events.FatalError) and type(event.exception).__name__ != "LoaderError":
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
            guarded(self.listener.record.close, getattr(ctx, "exit_code", None))

    cli.handler()(Handler)
