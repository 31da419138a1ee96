import Markup

/// A picture in a line of text: vectors with their pixels, and the words for who cannot see it.
struct DocxDrawing: Sendable {
    /// Unique among the drawings of the document.
    let number: Int
    let attributes: Attributes
    let children: [Markup]
    /// The widest that it may be, in twips.
    let width: Int
    /// The relations to both of its parts.
    let pixels: String
    let vectors: String

    /// English metric units, of which there are 914,400 to an inch: in a px, and in a twip.
    private static let unitsOfPixel = 9_525.0
    private static let unitsOfTwip = 635.0
    /// The highest that a picture may be, in twips: 210 mm leave room for its title.
    private static let highest = 11_906.0

    /// Its width and height in px, as the drawing says; 0 where it does not.
    private var pixelSize: (width: Double, height: Double) {
        let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
        let width = attributes["width"].flatMap { Double($0) } ?? (box.count == 4 ? box[2] : 0)
        let height = attributes["height"].flatMap { Double($0) } ?? (box.count == 4 ? box[3] : 0)
        return (usable(width), usable(height))
    }

    private func usable(_ size: Double) -> Double {
        size.isFinite ? min(max(size, 1), 100_000) : 1
    }

    /// Its width and height in the file, scaled down to what the page holds.
    var size: (width: Int, height: Int) {
        let size = pixelSize
        let scale = min(
            1,
            Double(width) * Self.unitsOfTwip / (size.width * Self.unitsOfPixel),
            Self.highest * Self.unitsOfTwip / (size.height * Self.unitsOfPixel)
        )
        return (
            Int((size.width * Self.unitsOfPixel * scale).rounded()),
            Int((size.height * Self.unitsOfPixel * scale).rounded())
        )
    }

    /// The text of the first child called `name`.
    private func text(_ name: Name) -> String? {
        for child in children {
            if case .element(name, _, let inner) = child {
                return inner.map(\.plainText).joined()
            }
        }
        return nil
    }

    /// `w:drawing` with the text alternative: title and description of the drawing itself.
    var markup: Markup {
        let size = size
        let title = text("title") ?? attributes["aria-label"] ?? ""
        let description = text("desc") ?? attributes["aria-label"] ?? title
        let extent: Attributes = ["cx": String(size.width), "cy": String(size.height)]
        let none: Attributes = ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]
        return .tag(
            "w:drawing",
            [:],
            [
                .tag(
                    "wp:inline",
                    none,
                    [
                        .tag("wp:extent", extent),
                        .tag("wp:effectExtent", ["l": "0", "t": "0", "r": "0", "b": "0"]),
                        .tag(
                            "wp:docPr",
                            [
                                "id": String(number), "name": "Chart \(number)",
                                "descr": description, "title": title,
                            ]
                        ),
                        .tag(
                            "wp:cNvGraphicFramePr",
                            [:],
                            [
                                .tag(
                                    "a:graphicFrameLocks",
                                    ["xmlns:a": DocxNamespace.drawing, "noChangeAspect": "1"]
                                )
                            ]
                        ),
                        graphic(extent),
                    ]
                )
            ]
        )
    }

    private func graphic(_ extent: Attributes) -> Markup {
        .tag(
            "a:graphic",
            ["xmlns:a": DocxNamespace.drawing],
            [
                .tag(
                    "a:graphicData",
                    ["uri": DocxNamespace.picture],
                    [
                        .tag(
                            "pic:pic",
                            ["xmlns:pic": DocxNamespace.picture],
                            [
                                .tag(
                                    "pic:nvPicPr",
                                    [:],
                                    [
                                        .tag(
                                            "pic:cNvPr",
                                            ["id": String(number), "name": "chart\(number)"]
                                        ),
                                        .tag("pic:cNvPicPr"),
                                    ]
                                ),
                                fill, shape(extent),
                            ]
                        )
                    ]
                )
            ]
        )
    }

    /// The pixels, with the vectors as an extension that newer programs prefer.
    private var fill: Markup {
        .tag(
            "pic:blipFill",
            [:],
            [
                .tag(
                    "a:blip",
                    ["r:embed": pixels],
                    [
                        .tag(
                            "a:extLst",
                            [:],
                            [
                                .tag(
                                    "a:ext",
                                    ["uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"],
                                    [
                                        .tag(
                                            "asvg:svgBlip",
                                            [
                                                "xmlns:asvg": DocxNamespace.vectors,
                                                "r:embed": vectors,
                                            ]
                                        )
                                    ]
                                )
                            ]
                        )
                    ]
                ),
                .tag("a:stretch", [:], [.tag("a:fillRect")]),
            ]
        )
    }

    private func shape(_ extent: Attributes) -> Markup {
        .tag(
            "pic:spPr",
            [:],
            [
                .tag(
                    "a:xfrm",
                    [:],
                    [.tag("a:off", ["x": "0", "y": "0"]), .tag("a:ext", extent)]
                ),
                .tag("a:prstGeom", ["prst": "rect"], [.tag("a:avLst")]),
            ]
        )
    }
}
