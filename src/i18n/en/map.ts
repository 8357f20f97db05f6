export default {
  north: 'N',
  drawing: 'The map is being drawn',
  unavailable:
    'No WebGL is available in this browser, so the map cannot be drawn; tables and figures are not affected.',
  lost: 'The graphics card has taken the map back for a moment; it is being restored.',
  reduced: 'The canvas is larger than the graphics card allows; the map is drawn less sharply.',
  uncut:
    'A program of the map did not start (its file is missing or was blocked): roads, compounds and what else it cuts are not drawn; figures are not affected. Reload the page.',
  missing:
    'A file of the map did not come (after an update, or it was blocked), so there is no map here; tables and figures are not affected.',
  scale: 'Scale',
  keys: 'Arrows move, plus and minus zoom, comma and full stop step through the symbols, Enter selects',
}
