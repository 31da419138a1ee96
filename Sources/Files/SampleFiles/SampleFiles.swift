package import Base
import Foundation
package import Report
import Survey

/// The files of a drawn sample, in the folder `sample` of the study.
package struct SampleFiles: Sendable {
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    package static let page = "sample.html"
    package static let clusters = "clusters.csv"
    package static let record = "draw.json"

    /// What a draw was made from, so that it can be repeated; the content of `draw.json`.
    package struct Record: Codable, Hashable, Sendable {
        package var generator: String
        package var seed: UInt64
        package var frameSHA256: String
        package var interviews: Int
        package var interviewsPerCluster: Int
        /// The other settings of the plan, in the program's words.
        package var plan: String
        package var clustersSHA256: String
        package var boosters: [SampleDesign.Booster]
        package var synthetic: Bool
    }

    /// The record of the draw that lies in the folder; nil where there is none.
    ///
    /// - Throws: The problem of a record that cannot be read.
    package func record() throws(Problems) -> Record? {
        let path = ReportFiles(folder: folder).path(Self.record)
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        if let record = try? JSONDecoder().decode(Record.self, from: data) { return record }
        throw Problems(
            Problem(
                .error,
                "sample.record",
                at: .init(path),
                "The record of the draw cannot be read.",
                remedy: "Bring back the file as it was written, or draw anew with --redraw."
            )
        )
    }

    /// Writes the page, the clusters and the record; each file is written whole or not at all.
    ///
    /// A draw by another seed or from another frame is not written over: people may be out with it.
    ///
    /// - Returns: The paths of the files, the page first.
    /// - Throws: The problem that stops writing.
    package func write(
        _ design: SampleDesign,
        boosters: [SampleDesign.Booster],
        redraw: Bool,
        languages: [Report.Language]
    ) throws(Problems) -> [String] {
        let files = ReportFiles(folder: folder)
        let clusters = CSV.write(design.clusterRows())
        let new = Record(
            generator: SampleDraw.generator,
            seed: design.plan.seed,
            frameSHA256: design.frame.hash,
            interviews: design.plan.interviews,
            interviewsPerCluster: design.plan.perCluster,
            plan: "\(design.plan.allocation), minimum \(design.plan.least), reserve "
                + "\(design.plan.reserve), strata \(design.frame.keyNames.joined(separator: " / "))",
            clustersSHA256: hash(of: clusters),
            boosters: boosters,
            synthetic: design.isSynthetic
        )
        if !redraw, let old = try record() {
            guard old.allows(new) else { throw Problems(drawnOtherwise(old, new)) }
            try guardFile(old)
        }
        try files.makeFolder(folder)
        var written = [files.path(Self.page)]
        try files.write(SampleDocument.html(design, languages: languages), to: written[0])
        guard design.draw != nil else { return written }
        written.append(files.path(Self.clusters))
        try files.write(clusters, to: written[1])
        written.append(files.path(Self.record))
        try files.write(encoded(new), to: written[2])
        return written
    }

    /// An error where `file` is the clusters of a draw and not as they were drawn.
    static func alterations(of file: String, in folder: String) -> [Problem] {
        let path = (folder as NSString).appendingPathComponent(file)
        guard (file as NSString).lastPathComponent == clusters,
            let data = FileManager.default.contents(atPath: path),
            let record = try? SampleFiles(folder: (path as NSString).deletingLastPathComponent)
                .record(),
            SHA256.hexadecimal(of: Array(data)) != record.clustersSHA256
        else { return [] }
        return [
            Problem(
                .error,
                "sample.altered",
                at: .init(file),
                "The clusters are not those that were drawn: somebody has changed the file.",
                remedy: "Bring back the file as it was drawn; `ashar sample --prove` says more."
            )
        ]
    }

    /// What tells that the clusters in the folder do not follow from frame and seed; empty when they do.
    ///
    /// - Throws: The problem of a record that is missing or unreadable.
    package func doubts(about design: SampleDesign) throws(Problems) -> [Problem] {
        let files = ReportFiles(folder: folder)
        guard let record = try record() else {
            throw Problems(
                Problem(
                    .error,
                    "sample.no-draw",
                    at: .init(files.path(Self.record)),
                    "No sample has been drawn here yet.",
                    remedy: "Draw one with `ashar sample`."
                )
            )
        }
        var doubts: [Problem] = []
        func doubt(_ file: String, _ message: String, _ remedy: String) {
            doubts.append(
                Problem(.error, "sample.not-proved", at: .init(file), message, remedy: remedy)
            )
        }
        if record.frameSHA256 != design.frame.hash {
            doubt(
                files.path(Self.record),
                "The frame is not the one that the sample was drawn from.",
                "Bring back the frame with SHA-256 \(record.frameSHA256)."
            )
        }
        if record.seed != design.plan.seed {
            doubt(
                files.path(Self.record),
                "The sample was drawn with seed \(record.seed), the study says "
                    + "\(design.plan.seed).",
                "Write seed: \(record.seed) under sample."
            )
        }
        let found = FileManager.default.contents(atPath: files.path(Self.clusters)) ?? Data()
        if found != Data(CSV.write(design.clusterRows())) {
            doubt(
                files.path(Self.clusters),
                "The clusters are not those that follow from the frame and the seed.",
                "Bring back the file as it was drawn; replaced clusters belong in the field log."
            )
        }
        return doubts
    }

    private func drawnOtherwise(_ old: Record, _ new: Record) -> Problem {
        let what =
            old.seed != new.seed
            ? "with seed \(old.seed)"
            : old.frameSHA256 != new.frameSHA256
                ? "from another frame" : "with other settings"
        return Problem(
            .error,
            "sample.already-drawn",
            at: .init(ReportFiles(folder: folder).path(Self.record)),
            "A sample was drawn here \(what); interviewers may be out with it.",
            remedy:
                "Bring the study back to what it was, draw into another folder with --output, or "
                + "write --redraw to throw that sample away."
        )
    }

    /// A file of clusters that somebody changed by hand is not written over.
    private func guardFile(_ record: Record) throws(Problems) {
        let path = ReportFiles(folder: folder).path(Self.clusters)
        guard let data = FileManager.default.contents(atPath: path),
            hash(of: Array(data)) != record.clustersSHA256
        else { return }
        throw Problems(
            Problem(
                .error,
                "sample.altered",
                at: .init(path),
                "The file is not the one that was drawn: somebody has changed it.",
                remedy:
                    "Delete it to have it written again, or bring back the file as it was drawn."
            )
        )
    }

    private func hash(of bytes: [UInt8]) -> String { SHA256.hexadecimal(of: bytes) }

    private func encoded(_ record: Record) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return Array((try? encoder.encode(record)) ?? Data()) + [UInt8(ascii: "\n")]
    }
}

extension SampleFiles.Record {
    /// Whether `new` may take this record's place: the same clusters, or the same draw with more boosters.
    fileprivate func allows(_ new: Self) -> Bool {
        if boosters == new.boosters {
            return clustersSHA256 == new.clustersSHA256 && frameSHA256 == new.frameSHA256
        }
        return seed == new.seed && frameSHA256 == new.frameSHA256 && interviews == new.interviews
            && interviewsPerCluster == new.interviewsPerCluster && plan == new.plan
            && new.boosters.starts(with: boosters)
    }
}

extension SampleDesign {
    /// One row a cluster, then one a reserve, with a header: the content of `clusters.csv`.
    func clusterRows() -> [[CSV.Cell]] {
        guard let draw else { return [] }
        let header =
            ["cluster", "role", "stratum"] + frame.keyNames + [
                "unit", "unit_name", "part", "parts", "self_representing", "size", "households",
                "cluster_probability", "interviews", "household_probability", "step", "start",
                "households_to_try",
            ] + (isSynthetic ? ["synthetic"] : [])
        let rows = (draw.clusters + draw.reserves).enumerated().map { index, cluster in
            row(of: cluster, isReserve: index >= draw.clusters.count, routes[index], draw)
        }
        return [header.map { .text($0) }] + rows
    }

    private func row(
        of cluster: SampleDraw.Cluster,
        isReserve: Bool,
        _ route: RoutePlan,
        _ draw: SampleDraw
    ) -> [CSV.Cell] {
        let unit = frame.units[cluster.unit]
        var cells: [CSV.Cell] = [
            .text(cluster.code),
            .text(isReserve ? "reserve" : cluster.code.hasPrefix("B") ? "booster" : "main"),
            .text(draw.strata[cluster.stratum].name),
        ]
        cells += unit.key.map { .text($0) }
        cells += [
            .text(unit.id), .text(unit.name), .number(Double(cluster.part)),
            .number(Double(cluster.parts)), .text(cluster.isSelfRepresenting ? "yes" : "no"),
            .number(cluster.size), cluster.households.map { .number($0) } ?? .empty,
            .number(cluster.probability), .number(Double(cluster.interviews)),
            cluster.householdProbability.map { .number($0) } ?? .empty,
            route.step.map { .number(Double($0)) } ?? .empty, .number(Double(route.start)),
            .number(Double(route.households)),
        ]
        return cells + (isSynthetic ? [.text("SYNTHETIC")] : [])
    }
}
