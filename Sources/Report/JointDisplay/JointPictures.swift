import Markup

extension ReportDocument {
    /// The grid and the maps of the joint display as SVG documents of their own, one a language.
    ///
    /// - Returns: Names such as `joint-grid.ru` with the bytes; nothing where there is no display.
    package func jointPictures() -> [(name: String, svg: [UInt8])] {
        languages.flatMap { language -> [(name: String, svg: [UInt8])] in
            let version = version(language)
            guard let joint = version.joint else { return [] }
            let charts = [version.meetingGrid(joint) as any Chart] + version.tileMaps(joint)
            return charts.map { chart in
                ("\(chart.text.id).\(language.rawValue)", chart.svg().html())
            }
        }
    }
}
