"""What a browser sends of a page's form: the fields as they stand in its HTML."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode


def fields_sent(html: str, **typed: str | list[str] | None) -> dict[str, list[str]]:
    """The fields of the form with the most fields, as they would be sent; `typed` are those in which something else was
    typed (`__` stands for a dot), None for a tick that was taken away."""
    forms = LexborHTMLParser(html).css("main form")
    form = max(forms, key=lambda item: len(item.css("[name]")))
    found: dict[str, list[str]] = {}
    for node in form.css("input[name], select[name], textarea[name]"):
        value = value_of(node)
        if value is not None:
            found.setdefault(node.attributes["name"] or "", []).append(value)
    for name, text in typed.items():
        key = name.replace("__", ".")
        if text is None:
            found.pop(key, None)
        else:
            found[key] = text if isinstance(text, list) else [text]
    return found


def value_of(node: LexborNode) -> str | None:
    """What a field sends; None where it sends nothing."""
    if node.tag == "textarea":
        return node.text().removeprefix("\n").replace("\n", "\r\n")
    if node.tag == "select":
        options = node.css("option")
        chosen = next((item for item in options if "selected" in item.attributes), options[0])
        return chosen.attributes.get("value") or ""
    if node.attributes.get("type") in ("checkbox", "radio"):
        return (node.attributes.get("value") or "") if "checked" in node.attributes else None
    return node.attributes.get("value") or ""
