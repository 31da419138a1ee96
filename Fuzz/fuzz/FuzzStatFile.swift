import Base
import Files

/// Reads `bytes` as a file of SPSS or Stata, which a child process does.
///
/// Only this side is seen by libFuzzer: what the child does guides nothing, and its crash is a problem
/// like others.
@Sendable
func fuzzStatFile(_ bytes: [UInt8]) -> String {
    // Without a signature the ending says what a file is: an SPSS portable file has none.
    let path = temporaryFile(bytes, ending: bytes.first == 0xC1 ? "por" : "sav")
    do throws(Problems) {
        let options = ReadOptions { $0.hasPrefix("secret") }
        let (data, problems) = try StatFile.read(path: path, options: options)
        return checked(problems) + checked(data)
    } catch {
        return checked(error)
    }
}
