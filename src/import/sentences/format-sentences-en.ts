const FILE_OUT = 'The file was not taken; the other files are not affected.'
const ROW_OUT = 'This row was not taken; all other rows were.'

/** What is said of files and tables by what they are: one entry a code, each what happened, what was kept, what to do. */
export const FORMAT_SENTENCES_EN = {
  'no-encoding': [
    'The encoding of the text cannot be told ({seen}): it is not UTF-8, GB18030 (GBK), Big5 or UTF-16.',
    FILE_OUT,
    'Save it once more in a spreadsheet program and import it again; if it is another kind of file, give it in its own format.',
  ],
  'broken-xml': [
    'The file breaks off or is written wrongly ({seen}).',
    FILE_OUT,
    'Export it again; if the transfer was cut, download it again.',
  ],
  'broken-workbook': [
    'This workbook cannot be opened: it is incomplete or damaged.',
    FILE_OUT,
    'Open it in a spreadsheet program and save it as xlsx; if that fails too, ask its source for the whole file.',
  ],
  'locked-workbook': [
    'This workbook is encrypted and opens only with a password.',
    FILE_OUT,
    'Open it in a spreadsheet program, take the password off, save it as xlsx and import it again.',
  ],
  'broken-flatgeobuf': [
    'This FlatGeobuf is not whole: {seen}.',
    FILE_OUT,
    'Export it again in a mapping program, or save it as GeoJSON, and import that.',
  ],
  'broken-document': [
    'This document is damaged: its tables cannot be opened.',
    FILE_OUT,
    'Save it again and import that, or copy the table into a spreadsheet program and save it as xlsx.',
  ],
  'broken-shapefile': [
    'The parts of this shapefile are incomplete or do not agree ({seen}).',
    FILE_OUT,
    'Export shp, dbf, shx, prj and cpg of one name together again and put them into one archive.',
  ],
  'part-alone': [
    'This is part of a shapefile, and the shp of its name is missing.',
    FILE_OUT,
    'Drop shp, dbf, shx, prj and cpg of one name together, or put them into one archive.',
  ],
  'shapefile-without-table': [
    'This shapefile has no table ({seen}).',
    'There is ground only, without names or codes.',
    'Drop the dbf of the same name with it.',
  ],
  'encoding-against-cpg': [
    'The cpg says {seen}, the text is written in {suggestion}.',
    'It was read as it is written.',
    'Look whether the names are right.',
  ],
  'is-pdf': [
    'This is a PDF.',
    FILE_OUT,
    'Ask its source for the table or layer; where there is only the PDF, save the table in it as xlsx and import that.',
  ],
  'is-picture': [
    'This is a picture.',
    FILE_OUT,
    'Enter a table in it as xlsx or csv; draw an outline in it among the zones.',
  ],
  'is-drawing': [
    'This is a CAD drawing (DWG or DXF).',
    FILE_OUT,
    'Save it as Shapefile, KML or GeoJSON in the drawing program, and say in which frame.',
  ],
  'is-document': [
    'This is a text document.',
    FILE_OUT,
    'Copy the table in it into a spreadsheet program, save it as xlsx and import that.',
  ],
  'is-slides': [
    'This is a presentation.',
    FILE_OUT,
    'Copy the table in it into a spreadsheet program, save it as xlsx and import that.',
  ],
  'is-archive': [
    'This is an archive that cannot be opened (RAR, 7z …), or one inside another.',
    FILE_OUT,
    'Unpack it and drop the files in it, or use zip.',
  ],
  'is-recording': [
    'This is a recording or a video.',
    FILE_OUT,
    'Enter what is needed from it in a table and import that.',
  ],
  'is-database': [
    'This is an Access database.',
    FILE_OUT,
    'Export the table that is needed as xlsx or csv and import that.',
  ],
  'is-geopackage': [
    'This is a GeoPackage (.gpkg), a database of maps that is not read directly.',
    FILE_OUT,
    'Open it in QGIS or another mapping program, right-click the layer, Export, Save Features As, and save each layer as GeoJSON or Shapefile; import those.',
  ],
  'is-sqlite': [
    'This is a SQLite database.',
    FILE_OUT,
    'Export the table that is needed as csv or xlsx, the layer that is needed as GeoJSON, and import that.',
  ],
  'is-sqlite-part': [
    'This is what a database leaves beside it while it is open (-wal, -shm): no whole table is in it.',
    FILE_OUT,
    'Close the program that uses the database; export the database itself as GeoJSON, Shapefile or csv and import that.',
  ],
  'is-page': [
    'This is a web page without a table.',
    FILE_OUT,
    'Download the data file from the page, or copy the table into a spreadsheet program and save it as xlsx.',
  ],
  'is-map-container': [
    'This is a map file that cannot be read yet (a file geodatabase, MapInfo, GML …).',
    FILE_OUT,
    'Save it as GeoJSON, Shapefile or KML in a mapping program and import that.',
  ],
  'is-text': [
    'This is a text and no table (lines: {seen}).',
    'It was neither read as data nor stored.',
    'Names of places in it can be pasted into the look-up; enter cases in it in their list and import that.',
  ],
  'kind-unclear': [
    'What this table lists cannot be told (rows: {count}, from {seen} on).',
    'It was neither taken nor stored; other tables are not touched.',
    'See whether its header has the columns of a list: cases, contacts, rounds, places, checkpoints … or give the file its name from the list of pack files.',
  ],
  'member-twice': [
    'The JSON has one name twice at {seen}: which of the two is meant nobody knows.',
    FILE_OUT,
    'Export it again, or take one of them out.',
  ],
  'value-twice': [
    'The JSON has one property twice at {seen}.',
    'The later one was read, the earlier one was not.',
    'Check this property and import again.',
  ],
  'beside-standard': [
    'At {seen} something is written in a way that GeoJSON does not know; the features are whole.',
    'The features were read, that was left aside.',
    'Nothing to do; if a shape looks wrong, export it again.',
  ],
  'header-repeated': [
    'This row is the header once more.',
    'It is left out and is no row of the list.',
    'Nothing to do.',
  ],
  'total-left-out': ['This row is “{seen}”.', 'It is left out and taken for no place.', 'Nothing to do.'],
  'total-differs': [
    'The total of {column} says {seen}, the rows add up to {suggestion}.',
    'The total is not taken, the rows are.',
    'See whether a row is missing or the total was not brought up to date.',
  ],
  'note-lines': [
    'Notes or signatures stand below the table (lines: {seen}).',
    'They are left out, and their words are not stored.',
    'If they say anything that counts, record it.',
  ],
  'hidden-rows': [
    'The table has hidden rows ({seen}), from this one on.',
    'Hidden rows are taken like the others.',
    'If they should not count, delete them in the table and import it again.',
  ],
  'age-band-from-age': [
    'Age bands are derived from {column} (five years, from 85 on ten).',
    'Only the band is stored, never the age; where no age could be read the band is unknown.',
    'Nothing to do.',
  ],
  'age-band-from-identity': [
    'Age bands are derived from the birthdays in {column} and the day of each row (five years, from 85 on ten).',
    'Only the band is stored, neither the number nor the birthday.',
    'Nothing to do.',
  ],
  'sex-from-identity': [
    'The sex is derived from the 17th digit of {column}.',
    'Only the sex is stored, never the number.',
    'Nothing to do.',
  ],
  'kind-from-code': [
    'The table has no column of kinds; they follow from the digits of {column}: 6 are a district, 9 a town, 12 a village.',
    'The rows are taken.',
    'Look whether the kinds are right.',
  ],
  'parent-from-code': [
    'The table has no column of parents; they follow from the first 6 or 9 digits of {column}.',
    'The rows are taken.',
    'Look whether the parents are right.',
  ],
  'id-from-name': [
    'There is no id; {column} stands for it.',
    'The rows are taken; another name is another one.',
    'If there are ids, add a column of them.',
  ],
  'kind-from-name': [
    'There is no kind; it follows from a word in {column}.',
    'Rows with such a word have a kind, the others none.',
    'Look whether the kinds are right.',
  ],
  'kind-from-header': [
    'The table has no column of kinds; they follow from the header {column}.',
    'The rows are taken.',
    'Look whether the kinds are right.',
  ],
  'time-from-title': [
    'The table has no column of times; {seen} of its title is taken for the {column} of every row.',
    'The rows are taken.',
    'Where it is another day, add a column with the time and import it again.',
  ],
  'round-from-title': [
    'The table has no column of rounds; by its title they are of round {seen}.',
    'The rows are taken.',
    'Where it is another one, add a column that says so.',
  ],
  'frame-shown': [
    'Nothing says the frame of the positions; read as {seen}, the most lie in the village that their row names ({suggestion}).',
    'They are taken as {seen} and brought to WGS-84.',
    'If that is wrong, say the frame in the header or the name of the file, such as “lon (WGS-84)”, and import it again.',
  ],
  'frame-unsure': [
    'Nothing says the frame of the positions; {seen} fits better, but too few rows name a village to be sure ({suggestion}).',
    'They are taken as WGS-84 and may lie some 500 m off.',
    'Say the frame in the header, such as “lon (GCJ-02)”, and import it again.',
  ],
  'frame-assumed': [
    'The frame is not said, and nothing names where the positions should lie (positions: {count}).',
    'They were read as {seen}; if they come from a map service they are some 500 m off.',
    'Look on the map; if that is not so, say the frame in a header or in the file name: “(GCJ-02)”.',
  ],
  'frame-held': [
    'The frame is not said; read as {seen} the positions lie where their rows say ({suggestion}).',
    'They were read as {seen}.',
    'Nothing to do.',
  ],
  'frame-in-name': [
    'By the name of the file its positions are in {seen}.',
    'It was read in {seen}.',
    'If that is not so, rename it, or say the frame in the header of the column.',
  ],
  'frame-by-numbers': [
    'The frame is not said and the positions are metres; read as {seen} most of them lie in the country ({suggestion}).',
    'They were converted from {seen}, on no other ground.',
    'Look on the map; if that is not so, drop the prj of the same name with it or say the frame in the file name (EPSG:4547).',
  ],
  'frame-old': [
    'The frame is {seen}, from which no exact conversion is public.',
    'The positions were converted roughly and may be {suggestion} m off.',
    'Before a line is drawn by them, ask the surveyors for the same in CGCS2000.',
  ],
  'axes-swapped': [
    'Longitude and latitude (or easting and northing) stand the wrong way round ({suggestion}).',
    'They were exchanged and read as {seen}.',
    'Look on the map, and mend it at the source.',
  ],
  'kind-compound': [
    'The table has no column of kinds; its rows are taken for compounds.',
    'The rows are taken.',
    'If they are villages or grids, add a column that says so.',
  ],
  'short-row': [
    'This row has fewer cells than the header ({seen}).',
    'The missing ones are at its end and count as empty; the rest is taken.',
    'Look whether the last columns should be empty.',
  ],
  'formula-without-value': [
    'This row has a formula without a result ({seen}).',
    'That cell counts as empty; the rest is taken.',
    'Let the spreadsheet program calculate it, save it and import it again.',
  ],
  'day-from-number': [
    'The day in {column} is written as the number of a spreadsheet ({seen}).',
    'It is taken as the day shown.',
    'Look whether the day is right.',
  ],
  'year-from-two': [
    'The year in {column} has two digits ({seen}).',
    'It was taken as the day shown.',
    'Look whether the day is right.',
  ],
  'short-year': ['The year has two digits: {seen}.', ROW_OUT, 'Write it as {suggestion}.'],
  'zeros-lost': [
    'Codes in {column} have lost the zeros in front ({seen} is {suggestion} in the workspace; rows: {count}).',
    'They are taken as new rows, for by their code they are others.',
    'Open the file with that column as text, save it anew and import that; an Excel workbook keeps the zeros.',
  ],
  'code-as-power': [
    '{seen} in {column} is a long number as spreadsheets shorten it; its last digits are lost.',
    ROW_OUT,
    'Format the column as text, enter the codes in full and import it again.',
  ],
  'code-beyond-exact': [
    'The number {seen} in {column} is too long to be exact; its last digits are not right.',
    ROW_OUT,
    'Export codes as text (in quotation marks) and import it again.',
  ],
} as const
