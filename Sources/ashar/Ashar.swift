import ArgumentParser

/// The command line: `ashar VERB DIR`.
@main
struct Ashar: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ashar",
        abstract: "From a questionnaire and its answers to a report with honest uncertainty.",
        discussion: """
            A study is a folder of plain files; study.yaml names them.

              ashar new study --form form.xlsx --data export.xlsx
              ashar check study
              ashar report study

            Exit status: 0 done; 1 the input has errors (no report, data file or codebook was written); \
            2 the machine stood in the way (no permission to write, disk full, no browser for the PDF); \
            3 an audit found errors in a published report; 64 wrong use.

            Completions: ashar --generate-completion-script bash (or zsh, fish).
            """,
        version: "0.1.0",
        subcommands: [
            NewCommand.self, CheckCommand.self, LookCommand.self, SampleCommand.self,
            WeightCommand.self, ReportCommand.self, SimulateCommand.self, EstimateCommand.self,
            ConvertCommand.self, CodebookCommand.self, AuditCommand.self, InterviewsCommand.self,
            ActorsCommand.self,
        ]
    )
}
