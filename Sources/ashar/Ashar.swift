import ArgumentParser

/// The command line: `ashar VERB DIR`.
@main
struct Ashar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ashar",
        abstract: "From a questionnaire and its answers to a report with honest uncertainty."
    )
}
