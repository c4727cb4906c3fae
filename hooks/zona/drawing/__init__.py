"""The kit: pictures to share, posters and reports to print, drawn with Typst from the same findings as the pages.

`zona.outputs.sharing` says what there is and in which words; here it is drawn, and kept by its content. Fonts come from a
pinned package, never from the system; the dates in a PDF come from the findings.
"""
