import Base
import Report
import Yams

extension YAMLReader {
    /// The keys `places`, `vocabulary`, `interviews`, `actors`, `context` and `recommendations`.
    mutating func knowledge(_ keys: [String: Node], of study: inout Study) {
        if let node = keys["places"] { places(node, of: &study) }
        var declared = study.knowledge
        declared.vocabulary = keys["vocabulary"].flatMap { text($0, at: "vocabulary") }
        declared.interviews = keys["interviews"].flatMap { text($0, at: "interviews") }
        declared.context = keys["context"].flatMap { text($0, at: "context") }
        declared.recommendations = keys["recommendations"].flatMap {
            text($0, at: "recommendations")
        }
        study.knowledge = declared
        if let node = keys["actors"] { actors(node, of: &study) }
    }

    /// `region`, `[region, district]`, or `{by: region, file: places.csv}`.
    private mutating func places(_ node: Node, of study: inout Study) {
        guard case .mapping = node else {
            study.places = texts(node, at: "places")
            return
        }
        let keys = entries(node, at: "places", known: ["by", "file"])
        if let node = keys["by"] { study.places = texts(node, at: "places.by") }
        study.knowledge.places = keys["file"].flatMap { text($0, at: "places.file") }
    }

    /// `actors/`, or `{folder: actors/, mapped: [bishkek]}`.
    private mutating func actors(_ node: Node, of study: inout Study) {
        guard case .mapping = node else {
            study.knowledge.actors = text(node, at: "actors")
            return
        }
        let keys = entries(node, at: "actors", known: ["folder", "mapped"])
        study.knowledge.actors = keys["folder"].flatMap { text($0, at: "actors.folder") }
        study.knowledge.mapped = keys["mapped"].map { texts($0, at: "actors.mapped") }
        if keys["folder"] == nil {
            problem(
                "actors.no-folder",
                at: "actors",
                "The map of actors names no folder.",
                "Write actors: actors/ or actors: {folder: actors/, mapped: [PLACE]}."
            )
        }
    }
}
