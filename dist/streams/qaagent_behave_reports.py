"""From Behave's scenarios, steps and exceptions to the fields of events. Text is bounded here."""

import os

from qaagent_behave_errors import first_line, place_of, step_message, trace_of
from qaagent_stream import DETAILS_CHARS, clip, exception_line, text_of, type_name

STATUS_WORDS = {"passed": "passed", "skipped": "skipped", "untested": "not-run"}


def identity(scenario, cwd):
    """`features/a.feature:14` relative to the working directory: unique, and what Behave takes as an argument."""
    return "%s:%d" % (_relative(scenario.filename, cwd), scenario.line)


def _relative(filename, cwd):
    try:
        path = os.path.relpath(os.path.join(cwd, filename), cwd)
    except ValueError:
        path = filename
    return path.replace(os.sep, "/")


def described(scenario, cwd, config):
    """One scenario (or row of an outline) as the `collected` event reports it."""
    test = {
        "id": identity(scenario, cwd),
        "name": text_of(scenario.name),
        "classname": _junit_classname(scenario.feature, config),
        "file": os.path.abspath(os.path.join(cwd, scenario.filename)),
        "line": scenario.line,
    }
    tags = getattr(scenario, "effective_tags", None)
    if tags is None:
        tags = list(scenario.tags) + list(scenario.feature.tags)
    if tags:
        test["tags"] = sorted({text_of(tag) for tag in tags})[:32]
    return test


def _junit_classname(feature, config):
    """As Behave's own JUnit writer makes it, so that events and report can be joined."""
    filename = None
    for path in config.paths or ():
        if feature.filename.startswith(path):
            filename = feature.filename[len(path) + 1 :]
            break
    filename = filename or feature.location.relpath(config.base_dir)
    filename = filename.rsplit(".", 1)[0].replace("\\", "/").replace("/", ".")
    return "%s.%s" % (filename, feature.name or filename)


def _name_of(status):
    return text_of(getattr(status, "name", status))


def ended(scenario, hook_errors, tree):
    """The fields of one `end` event, save what the caller knows better."""
    steps = [step for step in scenario.all_steps if _is_bad(step)]
    name = _name_of(scenario.status)
    fields = {"phase": "", "message": "", "type": "", "details": "", "file": "", "line": 0}
    if name in STATUS_WORDS:
        fields["status"] = STATUS_WORDS[name]
        if name == "skipped":
            fields["message"] = clip(_skip_reason(scenario))
        return fields
    if steps and not isinstance(steps[0].exception, KeyboardInterrupt):
        fields.update(_of_step(steps[0], tree))
    elif steps:
        fields.update(_of_step(steps[0], tree), status="interrupted")
    elif hook_errors:
        fields.update(_of_hook(hook_errors[0], tree))
    else:
        fields.update(_of_scenario(scenario, tree))
    fields["details"] = _details(steps, hook_errors, scenario, tree)
    output = clip(_output(steps, scenario), DETAILS_CHARS)
    if output:
        fields["output"] = output
    fields["steps"] = [_step(step) for step in list(scenario.all_steps)[:STEPS]]
    return fields


STEPS = 100
STEP_STATUSES = {"passed": "passed", "skipped": "skipped", "untested": "not-run"}


def _step(step):
    return {
        "name": clip(_step_text(step), 300),
        "status": STEP_STATUSES.get(_name_of(step.status), "failed"),
        "durationMs": round((step.duration or 0) * 1000, 3),
        "depth": 0,
    }


def _is_bad(step):
    name = _name_of(step.status)
    return name in ("failed", "error", "hook_error", "cleanup_error", "undefined", "pending")


def _skip_reason(scenario):
    for one in (scenario, scenario.feature):
        reason = getattr(one, "skip_reason", None)
        if reason:
            return text_of(reason)
    return ""


def _step_text(step):
    return "%s %s" % (text_of(step.keyword), text_of(step.name))


def _of_step(step, tree):
    error = getattr(step, "exception", None)
    place = place_of(error, getattr(step, "exc_traceback", None), tree)
    fields = {
        "status": "failed" if isinstance(error, AssertionError) else "error",
        "phase": clip(_step_text(step), 300),
        "message": clip(step_message(error, *place) if error is not None else first_line(step.error_message)),
        "type": type_name(type(error)) if error is not None else "",
        "file": place[0] or os.path.abspath(os.path.join(tree.root, step.filename)),
        "line": place[1] or step.line,
    }
    if error is None and not step.error_message:
        fields["type"] = _name_of(step.status)
        fields["message"] = clip("%s step: %s" % (_name_of(step.status), _step_text(step)))
    return fields


def _of_hook(hook_error, tree):
    hook, error = hook_error
    file, line = place_of(error, None, tree)
    message = "%s (in %s)" % (exception_line(error), hook)
    return {
        "status": "error",
        "phase": hook,
        "message": clip(message),
        "type": type_name(type(error)),
        "file": file,
        "line": line,
    }


def _of_scenario(scenario, tree):
    message = first_line(scenario.error_message) or "a clean-up after the scenario failed"
    file = os.path.abspath(os.path.join(tree.root, scenario.filename))
    return {
        "status": "error",
        "phase": "teardown",
        "message": clip(message),
        "type": "",
        "file": file,
        "line": scenario.line,
    }


def _details(steps, hook_errors, scenario, tree):
    parts = []
    for step in steps[:8]:
        where = "%s  (%s:%d)" % (_step_text(step), text_of(step.filename).replace(os.sep, "/"), step.line)
        error = getattr(step, "exception", None)
        text = (
            trace_of(error, tree, getattr(step, "exc_traceback", None))
            if error is not None
            else text_of(step.error_message or "")
        )
        parts.append("%s\n%s" % (where, text or _name_of(step.status)))
    for hook, error in hook_errors[:8]:
        parts.append("[%s]\n%s" % (hook, trace_of(error, tree)))
    if not parts and scenario.error_message:
        parts.append(text_of(scenario.error_message))
    share = DETAILS_CHARS // max(1, len(parts))
    return "\n".join(clip(part, share) for part in parts)


def _output(steps, scenario):
    texts = []
    for one in list(steps) + [scenario]:
        captured = getattr(one, "captured", None)
        try:
            text = captured.make_report() if hasattr(captured, "make_report") else text_of(captured.output)
        except Exception:
            continue
        if text and text not in texts:
            texts.append(text)
    return "\n".join(texts)
