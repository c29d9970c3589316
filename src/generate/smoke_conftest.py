"""What the smoke tests beside this file share.

BASE_URL is where the API answers. API_AUTHORIZATION, when set, is sent as the Authorization header ("Bearer ...").
"""

import fnmatch
import json as json_module
import os
import urllib.error
import urllib.parse
import urllib.request

import pytest

BASE_PATH = ""
TIMEOUT = 10  # seconds
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "number": (int, float)}


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args):
        return None


class Api:
    def __init__(self, base_url, authorization):
        base_url = base_url.rstrip("/")
        self.base_url = base_url if base_url.endswith(BASE_PATH) else base_url + BASE_PATH
        self.authorization = authorization
        self.skips_refusals = False

    def may_need_credentials(self):
        """Without credentials a refusal says nothing about the API: the test is skipped then."""
        self.skips_refusals = not self.authorization

    def call(self, method, path, query=None, headers=None, json=None):
        url = self.base_url + path + ("?" + urllib.parse.urlencode(query, doseq=True) if query else "")
        all_headers = {"Accept": "*/*", **{name: str(value) for name, value in (headers or {}).items()}}
        if self.authorization:
            all_headers["Authorization"] = self.authorization
        data = None
        if json is not None:
            data, all_headers["Content-Type"] = json_module.dumps(json).encode(), "application/json"
        request = urllib.request.Request(url, data, all_headers, method=method)
        try:
            with urllib.request.build_opener(NoRedirects).open(request, timeout=TIMEOUT) as response:
                answer = Answer(f"{method} {path}", response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            answer = Answer(f"{method} {path}", error.code, error.headers, error.read())
        if self.skips_refusals and answer.status in (401, 403):
            pytest.skip(f"{answer.request} answers {answer.status} without credentials: set API_AUTHORIZATION")
        return answer


class Answer:
    def __init__(self, request, status, headers, body):
        self.request, self.status, self.headers, self.body = request, status, headers, body

    def has_status(self, *documented):
        matching = any(self.status == one or f"{self.status // 100}XX" == one for one in documented)
        names = " or ".join(str(one) for one in documented)
        assert matching, f"{self.request} answers {self.status}, documented is {names}: {self.body[:300]!r}"

    def has_type(self, *documented):
        found = self.headers.get_content_type() if "Content-Type" in self.headers else "nothing"
        matching = any(fnmatch.fnmatch(found, one) for one in documented)
        assert matching, f"{self.request} answers with {found}, documented is {' or '.join(documented)}"

    def matches(self, schema):
        found = differences(json_module.loads(self.body), schema)
        assert not found, f"{self.request} does not answer as documented: " + "; ".join(found[:5])


def is_of(value, name):
    if name == "integer":
        return is_of(value, "number") and (isinstance(value, int) or value.is_integer())
    return isinstance(value, TYPES[name]) and not (name == "number" and isinstance(value, bool))


def differences(value, schema, at="answer"):
    """How a JSON value differs from a schema: types, required members, allowed values, alternatives."""
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_of(value, name) for name in types):
        return [f"{at} is {type(value).__name__}, not {' or '.join(types)}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at} is {value!r}, not one of {schema['enum']}")
    if "anyOf" in schema and all(differences(value, one, at) for one in schema["anyOf"]):
        found.append(f"{at} fits none of its documented forms")
    if isinstance(value, dict):
        found += [f"{at}.{name} is missing" for name in schema.get("required", []) if name not in value]
        for name, inner in schema.get("properties", {}).items():
            found += differences(value[name], inner, f"{at}.{name}") if name in value else []
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value[:20]):
            found += differences(item, schema["items"], f"{at}[{index}]")
    return found


@pytest.fixture
def api():
    base_url = os.environ.get("BASE_URL", "")
    assert base_url, "BASE_URL is not set: it is where the API answers, for instance http://127.0.0.1:8000"
    return Api(base_url, os.environ.get("API_AUTHORIZATION", ""))
