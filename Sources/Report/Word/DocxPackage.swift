import Markup

/// The parts of a Word file, put together.
struct DocxPackage: Sendable {
    let properties: DocxProperties
    let document: Markup
    let header: Markup
    let footer: Markup
    let numbering: Markup
    let relations: DocxRelations
    let pictures: [DocxFile.Picture]

    private static let formats = "application/vnd.openxmlformats-officedocument"
    private static let word = "\(formats).wordprocessingml"

    /// All parts but the pixels of the pictures.
    var parts: [DocxFile.Part] {
        let texts: [(name: String, content: Markup)] = [
            ("[Content_Types].xml", contentTypes),
            ("_rels/.rels", packageRelations),
            ("docProps/core.xml", core),
            ("docProps/app.xml", application),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", relations.markup),
            ("word/styles.xml", docxStyles(language: properties.language)),
            ("word/numbering.xml", numbering),
            ("word/settings.xml", settings),
            ("word/fontTable.xml", fontTable),
            ("word/header1.xml", header),
            ("word/footer1.xml", footer),
        ]
        return texts.map { .init(name: $0.name, bytes: $0.content.xml()) }
            + pictures.map { .init(name: $0.vectorName, bytes: $0.svg) }
    }

    private var contentTypes: Markup {
        func kind(_ ending: String, _ type: String) -> Markup {
            .tag("Default", ["Extension": ending, "ContentType": type])
        }
        func part(_ name: String, _ type: String) -> Markup {
            .tag("Override", ["PartName": name, "ContentType": type])
        }
        return .tag(
            "Types",
            ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"],
            [
                kind("rels", "application/vnd.openxmlformats-package.relationships+xml"),
                kind("xml", "application/xml"),
                kind("png", "image/png"),
                kind("svg", "image/svg+xml"),
                part("/word/document.xml", "\(Self.word).document.main+xml"),
                part("/word/styles.xml", "\(Self.word).styles+xml"),
                part("/word/numbering.xml", "\(Self.word).numbering+xml"),
                part("/word/settings.xml", "\(Self.word).settings+xml"),
                part("/word/fontTable.xml", "\(Self.word).fontTable+xml"),
                part("/word/header1.xml", "\(Self.word).header+xml"),
                part("/word/footer1.xml", "\(Self.word).footer+xml"),
                part(
                    "/docProps/core.xml",
                    "application/vnd.openxmlformats-package.core-properties+xml"
                ),
                part("/docProps/app.xml", "\(Self.formats).extended-properties+xml"),
            ]
        )
    }

    private var packageRelations: Markup {
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let entries = [
            ("\(DocxNamespace.relations)/officeDocument", "word/document.xml"),
            ("\(package)/metadata/core-properties", "docProps/core.xml"),
            ("\(DocxNamespace.relations)/extended-properties", "docProps/app.xml"),
        ]
        return .tag(
            "Relationships",
            ["xmlns": DocxRelations.namespace],
            entries.enumerated().map { index, entry in
                .tag(
                    "Relationship",
                    ["Id": "rId\(index + 1)", "Type": entry.0, "Target": entry.1]
                )
            }
        )
    }

    private var core: Markup {
        func moment(_ name: Name) -> Markup {
            .tag(name, ["xsi:type": "dcterms:W3CDTF"], text: properties.moment)
        }
        return .tag(
            "cp:coreProperties",
            [
                "xmlns:cp":
                    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                "xmlns:dcterms": "http://purl.org/dc/terms/",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ],
            [
                .tag("dc:title", [:], text: properties.title),
                properties.author.isEmpty
                    ? .empty : .tag("dc:creator", [:], text: properties.author),
                properties.description.isEmpty
                    ? .empty : .tag("dc:description", [:], text: properties.description),
                .tag("dc:language", [:], text: properties.language),
                moment("dcterms:created"), moment("dcterms:modified"),
            ]
        )
    }

    private var application: Markup {
        .tag(
            "Properties",
            ["xmlns": "\(DocxNamespace.officeDocument)/extended-properties"],
            [.tag("Application", [:], text: "Ashar")]
        )
    }

    /// Without the last setting Word would treat the file as one of an older Word.
    private var settings: Markup {
        .tag(
            "w:settings",
            ["xmlns:w": DocxNamespace.main],
            [
                .tag("w:defaultTabStop", ["w:val": "567"]),
                .tag("w:characterSpacingControl", ["w:val": "doNotCompress"]),
                .tag(
                    "w:compat",
                    [:],
                    [
                        .tag(
                            "w:compatSetting",
                            [
                                "w:name": "compatibilityMode",
                                "w:uri": "http://schemas.microsoft.com/office/word",
                                "w:val": "15",
                            ]
                        )
                    ]
                ),
                .tag("w:themeFontLang", ["w:val": properties.language]),
            ]
        )
    }

    /// The fonts, with what may stand in for them where Word's own are missing.
    private var fontTable: Markup {
        func font(_ name: String, or other: String, family: String, pitch: String) -> Markup {
            .tag(
                "w:font",
                ["w:name": name],
                [
                    .tag("w:altName", ["w:val": other]),
                    .tag("w:family", ["w:val": family]),
                    .tag("w:pitch", ["w:val": pitch]),
                ]
            )
        }
        return .tag(
            "w:fonts",
            ["xmlns:w": DocxNamespace.main],
            [
                font(DocxStyle.font, or: "Carlito", family: "swiss", pitch: "variable"),
                font(DocxStyle.codeFont, or: "Noto Sans Mono", family: "modern", pitch: "fixed"),
            ]
        )
    }
}
