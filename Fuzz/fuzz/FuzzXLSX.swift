import Base
import Files
import Foundation
import Survey

/// Reads `bytes` as a workbook, as text and as data.
@Sendable
func fuzzXLSX(_ bytes: [UInt8]) -> String {
    let path = temporaryFile(bytes, ending: "xlsx")
    var words = ""
    do throws(Problems) {
        let sheets = try XLSX.readText(path: path)
        for sheet in sheets {
            words +=
                sheet.name + sheet.rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        }
    } catch {
        words += checked(error)
    }
    do throws(Problems) {
        let data = try XLSX.read(path: path, options: ReadOptions { $0.hasPrefix("secret") })
        require(!data.warnings.hasErrors, "data, and an error")
        words += checked(data.warnings)
        for sheet in data.sheets {
            words += sheet.name + checked(sheet.data)
            let names = sheet.data.names
            require(!names.contains { $0.hasPrefix("secret") }, "what is personal was read")
        }
    } catch {
        words += checked(error)
    }
    return words
}

/// Puts `bytes` as XML parts into an archive, and reads that as a workbook.
///
/// A form feed ends a part; they are: the first sheet, the shared texts, the styles, the workbook, its
/// relations, a second sheet. What is missing is a sound part.
@Sendable
func fuzzXLSXParts(_ bytes: [UInt8]) -> String {
    let given = bytes.split(separator: 12, maxSplits: 5, omittingEmptySubsequences: false)
    var archive = StoredZip()
    archive.add("_rels/.rels", Array(rootRelations.utf8))
    for (place, part) in workbookParts.enumerated() {
        let content = place < given.count && !given[place].isEmpty ? Array(given[place]) : nil
        archive.add(part.name, content ?? Array(part.sound.utf8))
    }
    return fuzzXLSX(archive.finished())
}

/// Writes `bytes` to a file in the temporary folder, over what it held before; gives its path.
///
/// Problems name the file, so its name is the same in each process.
func temporaryFile(_ bytes: [UInt8], ending: String) -> String {
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    let path = "\(folder)/ashar-fuzz.\(ending)"
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    require(file >= 0 && write(file, bytes, bytes.count) == bytes.count, "no room in \(folder)")
    close(file)
    return path
}

private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let packages = "http://schemas.openxmlformats.org/package/2006/relationships"

private let rootRelations = """
    <Relationships xmlns="\(packages)"><Relationship Id="r1" Type="\(office)/officeDocument" \
    Target="xl/workbook.xml"/></Relationships>
    """

private let workbookParts: [(name: String, sound: String)] = [
    (
        "xl/worksheets/sheet1.xml",
        """
        <worksheet xmlns="\(sheets)"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row>\
        <row r="2"><c r="A2" s="1"><v>45000</v></c></row></sheetData></worksheet>
        """
    ),
    ("xl/sharedStrings.xml", "<sst xmlns=\"\(sheets)\"><si><t>a</t></si><si><t>b</t></si></sst>"),
    (
        "xl/styles.xml",
        """
        <styleSheet xmlns="\(sheets)"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/>\
        </cellXfs></styleSheet>
        """
    ),
    (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(sheets)" xmlns:r="\(office)"><sheets><sheet name="a" sheetId="1" \
        r:id="r1"/></sheets></workbook>
        """
    ),
    (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="\(packages)">\
        <Relationship Id="r1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="r2" Type="\(office)/sharedStrings" Target="sharedStrings.xml"/>\
        <Relationship Id="r3" Type="\(office)/styles" Target="styles.xml"/>\
        <Relationship Id="r4" Type="\(office)/worksheet" Target="worksheets/sheet2.xml"/>\
        </Relationships>
        """
    ),
    ("xl/worksheets/sheet2.xml", "<worksheet xmlns=\"\(sheets)\"><sheetData/></worksheet>"),
]
