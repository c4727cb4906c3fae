"""The kit: pictures to share, posters and reports to print, as `zona.outputs.sharing` has them, drawn with Typst."""
