"""The description of the API (OpenAPI 3.1), made of the routes and types by which it is served."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec

from qawl.model import VERSION
from qawl.web.api.parameters import OfSheet, names_of, names_of_table
from qawl.web.api.problems import MEDIA, Problem
from qawl.web.api.routes import ROOT, ROUTES, Route
from qawl.web.words import word

REF = "#/components/schemas/{name}"
TABLES = {"csv": "text/csv", "jsonl": "application/jsonl"}
ERRORS = {"400": "bad", "404": "none", "409": "ambiguous", "503": "locked"}


@cache
def document() -> dict[str, Any]:
    """The whole description, ready for JSON."""
    answers, schemas = msgspec.json.schema_components([*(route.answer for route in ROUTES), Problem], ref_template=REF)
    paths = {path: item for route, schema in zip(ROUTES, answers, strict=False) for path, item in paths_of(route, schema)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Qawl",
            "summary": word("en", "api_about"),
            "version": VERSION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths | {f"{ROOT}/openapi.json": {"get": operation("openapi", [], {JSON: {"schema": {"type": "object"}}})}},
        "components": {"schemas": schemas},
    }


JSON, TEXT = "application/json", "text/plain"


def paths_of(route: Route, schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The addresses of a route, each with what it is asked and what it answers."""
    parameters = parameters_of(route.asked, names_of(route.asked), route.path)
    media = TEXT if route.answer is str else JSON
    yield f"{ROOT}{route.path}", {"get": operation(route.name, parameters, {media: {"schema": schema}})}
    if route.sheet:
        table = parameters_of(route.asked, names_of_table(route.asked), route.path)
        for form, media in TABLES.items():
            content = {media: {"schema": {"type": "string"}}}
            yield f"{ROOT}{route.path}.{form}", {"get": operation(route.name, table, content, form)}


def operation(name: str, parameters: list[dict[str, Any]], content: dict[str, Any], form: str = "") -> dict[str, Any]:
    """What is asked of an address, and what it answers."""
    problems = {
        status: {"description": word("en", f"problem.{key}"), "content": {MEDIA: {"schema": {"$ref": REF.format(name="Problem")}}}}
        for status, key in ERRORS.items()
    }
    unchanged = {"304": {"description": word("en", "api_unchanged")}}
    return {
        "operationId": f"{name}_{form}" if form else name,
        "summary": word("en", f"route.{name}"),
        "parameters": parameters,
        "responses": {"200": {"description": word("en", f"route.{name}"), "content": content}, **unchanged, **problems},
    }


def parameters_of(kind: type[msgspec.Struct], names: Iterable[str], path: str) -> list[dict[str, Any]]:
    """The parameters of an address with their types, as they are read."""
    schemas = properties_of(kind) | properties_of(OfSheet)
    return [parameter(name, schemas[name], f"{{{name}}}" in path, name in required_of(kind)) for name in names]


def parameter(name: str, schema: dict[str, Any], in_path: bool, required: bool) -> dict[str, Any]:
    """A parameter, as OpenAPI has it."""
    place = "path" if in_path else "query"
    return {
        "name": name,
        "in": place,
        "required": in_path or required,
        "description": word("en", f"param.{name}"),
        "schema": schema,
    }


def properties_of(kind: type[msgspec.Struct]) -> dict[str, dict[str, Any]]:
    """The schema of each parameter; what may be left out is never null where it is given."""
    found: dict[str, dict[str, Any]] = shape_of(kind)["properties"]
    return {name: without_null(schema) for name, schema in found.items()}


def required_of(kind: type[msgspec.Struct]) -> list[str]:
    """The parameters that must be given."""
    return list(shape_of(kind)["required"])


@cache
def shape_of(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """The schema of a type of parameters, nothing in it a reference."""
    _, parts = msgspec.json.schema_components([kind])
    shape: dict[str, Any]
    (shape,) = parts.values()
    return shape


def without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema without the possibility of null, which no address can say."""
    given = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    return given[0] if len(given) == 1 else schema
