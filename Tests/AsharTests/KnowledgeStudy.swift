import Base
import Files
import Foundation
import Report

/// A study of three places with interviews, actors, statistics of others and recommendations.
///
/// The answers and the form are those of `ashar new` without a form; the breakdown by residence stands for
/// the places, of which village has interviews, town services, and abroad nothing.
struct KnowledgeStudy {
    let folder: TemporaryFolder

    static let files: [String: String] = [
        "places.csv": """
        code,name,under,row,column
        village,Countryside,,1,1
        town,Town,,1,2
        abroad,Abroad,,2,1
        hamlet,The hamlet,village,,

        """,
        "interviews/sources.csv": """
        id,kind,place,informant,sex,file,synthetic
        i1,interview,hamlet,client,female,i1.txt,yes
        i2,interview,village,client,male,,
        law,law,,,,,

        """,
        "interviews/texts/i1.txt": "Нет работы.\nЖильё есть. Нет работы, говорят.\n",
        "interviews/codebook.csv": """
        code,name,under,need
        work,No work,,employment
        pay,Low pay,work,
        home,Housing,,housing
        mood,Mood,,

        """,
        "interviews/codings.csv": """
        source,start,end,quote,told,code,coder,excerpt,stance,print
        i1,0,10,Нет работы,,work,a,E1,,yes
        i1,12,22,Жильё есть,,home,a,E2,absent,
        i2,,,,Pay is low in the village.,pay,a,E3,,

        """,
        "actors/actors.csv": """
        id,name,kind,aliases
        A1,Employment centre,government,job centre
        A2,A charity,ngo_local,

        """,
        "actors/services.csv": """
        actor,activity,need,place,status
        job centre,housing,housing,town,
        A2,psychosocial,psychological,,

        """,
        "context.csv": """
        indicator,name,place,period,value,unit,source,claim
        clients,Clients,,2020,100,people,A report,increased every year
        clients,,,2021,160,people,A report,
        clients,,,2022,138,people,A report,
        homes,Homes,village,2022,10,homes,A report,
        homes,,town,2022,20,homes,A report,
        homes,,abroad,2022,0,homes,A report,
        homes,,,2022,31,homes,A report,

        """,
        "recommendations.yaml": """
        recommendations:
          - id: R1
            text: Bring work to the countryside
            for: [A1]
            places: [village]
            needs: [employment]
            evidence:
              - gap: {need: employment, place: village}
              - excerpt: E1
              - excerpt: E3
              - context: clients
              - figure: "mean welcome"
            indicator: Clients with work

        """,
    ]

    /// The study with some of its files replaced; nil takes a file away.
    init(_ changes: [String: String?] = [:]) throws {
        folder = try TemporaryFolder()
        _ = try NewStudy.example(in: folder.path)
        var yaml = try folder.text("study.yaml")
        yaml += """

            places: {by: residence, file: places.csv}
            interviews: interviews/
            actors: {folder: actors/, mapped: [village, town]}
            context: context.csv
            recommendations: recommendations.yaml

            """
        var files = Self.files.mapValues { Optional($0) }
        files["study.yaml"] = yaml
        for (name, text) in changes { files[name] = text }
        for (name, text) in files {
            guard let text else { continue }
            let path = folder.file(name)
            try FileManager.default.createDirectory(
                atPath: (path as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true
            )
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
    }

    /// The problems of all files but notes, as "file:line:column code".
    var problems: [String] {
        StudyFolder(path: folder.path).allProblems().filter { $0.severity != .note }.map {
            let place = [$0.location.file, $0.location.line.map(String.init), $0.location.column]
            return place.compactMap { $0 }.joined(separator: ":") + " " + $0.code.name
        }
        .sorted()
    }
}
