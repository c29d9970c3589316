"""A second locustfile beside the user's: when the load is over it reports each route as a test judged by the thresholds,
and its numbers as properties. Locust 2.15 and newer. Only the process that holds the totals speaks."""
import os

import locust
from locust import events
from locust.runners import WorkerRunner

from qaagent_quality import Record, settings

OPTIONS = settings()
STATE = {"record": None}


def milliseconds(value):
    return 0 if value is None else round(float(value), 1)


def numbers_of(entry, run_time):
    requests = entry.num_requests
    return {
        "requests": requests,
        "failures": entry.num_failures,
        "fail-ratio": round(entry.fail_ratio, 6),
        "p50-ms": milliseconds(entry.get_response_time_percentile(0.5)),
        "p95-ms": milliseconds(entry.get_response_time_percentile(0.95)),
        "p99-ms": milliseconds(entry.get_response_time_percentile(0.99)),
        "rps": round(requests / run_time, 2) if run_time > 0 else 0,
    }


def broken_limits(route, numbers, limits):
    """Name and one sentence for every limit that does not hold."""
    for percentile in ("p50", "p95", "p99"):
        limit = limits.get(f"{percentile}Ms")
        measured = numbers[f"{percentile}-ms"]
        if limit is not None and measured > limit:
            yield percentile, f"{percentile} of {route} is {measured:g} ms, limit {limit:g} ms"
    if numbers["fail-ratio"] > limits["failRatio"]:
        share, limit = numbers["fail-ratio"] * 100, limits["failRatio"] * 100
        yield "fail-ratio", f"{share:.4g} % of {numbers['requests']} requests to {route} failed, limit {limit:.4g} %"


def errors_of(stats, route):
    found = [error for error in stats.errors.values() if label(error.method, error.name) == route]
    found.sort(key=lambda error: -error.occurrences)
    return [f"{error.occurrences} times: {error.error}" for error in found[:5]]


def label(method, name):
    return f"{method} {name}" if method else name


def report(environment):
    record, stats = STATE["record"], environment.stats
    run_time = max(0.0, (stats.total.last_request_timestamp or 0) - (stats.total.start_time or 0))
    for entry in sorted(stats.entries.values(), key=lambda entry: label(entry.method, entry.name)):
        report_route(record, stats, entry, run_time)
    for failure in list(environment.runner.exceptions.values())[:20] if environment.runner else []:
        reported = f"{failure['count']} times: {failure['msg']}"
        record.test("locust", f"users: {failure['msg']}"[:200], "error", reported, failure["traceback"], "exception")


def report_route(record, stats, entry, run_time):
    route = label(entry.method, entry.name)
    numbers = numbers_of(entry, run_time)
    broken = list(broken_limits(route, numbers, OPTIONS["thresholds"]))
    errors = errors_of(stats, route)
    message = "; ".join(text for _, text in broken)
    table = "\n".join(f"{name}: {value}" for name, value in numbers.items())
    record.test(
        "locust",
        route,
        "failed" if broken else "passed",
        message,
        "\n".join([message, "", table, *([""] + errors if errors else [])]) if broken else "",
        broken[0][0] if broken else "",
        duration=entry.total_response_time / entry.num_requests / 1000 if entry.num_requests else 0,
        properties={"route": route, **numbers},
    )
    for code, text in broken:
        severity = "high" if code == "fail-ratio" else "medium"
        metadata = {**numbers, "errors": errors}
        record.finding(severity, code, text, route=route, refs=["locust.html"], tags=["load"], metadata=metadata)


@events.init.add_listener
def begin(environment, **_):
    if OPTIONS is not None and not isinstance(environment.runner, WorkerRunner):
        STATE["record"] = Record(OPTIONS, "locust", getattr(locust, "__version__", ""))
        STATE["pid"] = os.getpid()


@events.quitting.add_listener
def end(environment, **_):
    record = STATE["record"]
    # Forked workers inherit the record and must not speak.
    if record is None or os.getpid() != STATE["pid"]:
        return
    try:
        report(environment)
    except Exception as error:  # noqa: BLE001 - the session must end in good order and say what went wrong
        record.error(f"the results of Locust cannot be written: {type(error).__name__}: {error}")
    exit_code = environment.process_exit_code or (1 if record.failed else 0)
    environment.process_exit_code = exit_code
    record.close(exit_code)
