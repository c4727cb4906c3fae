"""Spreadsheets and a text document of two lines, as offices send them: Office Open XML and OpenDocument."""

from __future__ import annotations

import io
import zipfile

OFFICE = "http://schemas.openxmlformats.org"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(members: dict[str, str]) -> bytes:
    """A zip of texts, in their order, uncompressed and without the time of writing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, (2026, 1, 2, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, text)
    return target.getvalue()


def content_types(part: str, kind: str, **more: str) -> str:
    """The list of kinds that a package of Office Open XML opens with."""
    parts = {part: kind, **more}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    return f'{XML}<Types xmlns="{OFFICE}/package/2006/content-types">{defaults}{overrides}</Types>'


def relation(kind: str, target: str) -> str:
    """A list of one relation."""
    one = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
    return f'{XML}<Relationships xmlns="{OFFICE}/package/2006/relationships">{one}</Relationships>'


def xlsx(title: str) -> dict[str, str]:
    """A workbook of one sheet."""
    main, cells = f"{OFFICE}/spreadsheetml/2006/main", ("DATA CONTOH", title)
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>' for n, text in enumerate(cells, start=1)
    )
    sheets = '<sheets><sheet name="Contoh" sheetId="1" r:id="rId1"/></sheets>'
    names = f'xmlns="{main}" xmlns:r="{OFFICE}/officeDocument/2006/relationships"'
    kinds = {"xl/worksheets/sheet1.xml": "spreadsheetml.worksheet"}
    return {
        "[Content_Types].xml": content_types("xl/workbook.xml", "spreadsheetml.sheet.main", **kinds),
        "_rels/.rels": relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f"{XML}<workbook {names}>{sheets}</workbook>",
        "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'{XML}<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }


def docx(title: str) -> dict[str, str]:
    """A document of two paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("DATA CONTOH", title))
    names = f'xmlns:w="{OFFICE}/wordprocessingml/2006/main"'
    return {
        "[Content_Types].xml": content_types("word/document.xml", "wordprocessingml.document.main"),
        "_rels/.rels": relation("officeDocument", "word/document.xml"),
        "word/document.xml": f"{XML}<w:document {names}><w:body>{body}</w:body></w:document>",
    }


def ods(title: str) -> dict[str, str]:
    """An OpenDocument spreadsheet; its kind is the first entry, uncompressed."""
    cells = (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in ("DATA CONTOH", title)
    )
    rows = "".join(f"<table:table-row>{cell}</table:table-row>" for cell in cells)
    names = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    sheet = f'<office:spreadsheet><table:table table:name="Contoh">{rows}</table:table></office:spreadsheet>'
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", ODS_TYPE), ("content.xml", "text/xml"))
    )
    manifest = f'xmlns:manifest="{ODF}:manifest:1.0" manifest:version="1.2"'
    return {
        "mimetype": ODS_TYPE,
        "content.xml": f'{XML}<office:document-content {names} office:version="1.2"><office:body>{sheet}</office:body>'
        "</office:document-content>",
        "META-INF/manifest.xml": f"{XML}<manifest:manifest {manifest}>{entries}</manifest:manifest>",
    }
