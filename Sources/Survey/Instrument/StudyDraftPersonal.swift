import Base

/// Finds variables that could tell who a person is.
///
/// It errs on the side of care: what is proposed here is not read at all, and a person can take it
/// back.
struct StudyDraftPersonal {
    let variables: [StudyDraftVariable]

    func propose() -> [StudyDraft.Variable] {
        variables.compactMap { variable in
            reason(variable).map { StudyDraft.Variable(variable.name, because: $0 + ".") }
        }
    }

    private func reason(_ variable: StudyDraftVariable) -> String? {
        byKind(variable) ?? bySystem(variable) ?? byWords(variable) ?? byContent(variable)
    }

    private func byKind(_ variable: StudyDraftVariable) -> String? {
        switch variable.kind {
        case .geo?, .meta("start-geopoint")?, .meta("background-geopoint")?:
            "It is a place on the map"
        case .meta("deviceid")?, .meta("simserial")?, .meta("subscriberid")?:
            "It names the interviewer’s device"
        case .meta("phonenumber")?: "It is the telephone number of the device"
        case .meta("username")?, .meta("email")?: "It names the interviewer"
        case .meta("background-audio")?, .meta("audit")?, .attachment?:
            "It is a recording or a file made at the interview"
        default: nil
        }
    }

    private func bySystem(_ variable: StudyDraftVariable) -> String? {
        guard variable.kind == nil else { return nil }
        return StudyDraftPersonal.systemColumns[variable.name].map { "The survey system \($0)" }
    }

    private static let systemColumns = [
        "_submitted_by": "writes the interviewer’s account here",
        "_geolocation": "writes the place of the interview here",
        "_attachments": "lists files of the interview here",
        "_notes": "keeps free remarks on the interview here",
        "SubmitterName": "writes the interviewer’s name here",
        "SubmitterID": "writes the interviewer’s account here",
        "DeviceID": "names the interviewer’s device here",
        "deviceid": "names the interviewer’s device here",
        "username": "writes the interviewer’s account here",
        "phonenumber": "writes the device’s telephone number here",
        "simserial": "names the interviewer’s device here",
        "subscriberid": "names the interviewer’s device here",
    ]

    // MARK: - Words

    /// Judges by the words of its name, then by those of its label.
    private func byWords(_ variable: StudyDraftVariable) -> String? {
        guard variable.isOpen else { return nil }
        return byWords(variable.nameWords, of: variable)
            ?? byWords(variable.labelWords, of: variable)
    }

    private func byWords(_ words: Set<String>, of variable: StudyDraftVariable) -> String? {
        for (what, wanted) in StudyDraftPersonal.words {
            if let word = StudyDraftWords.first(of: wanted, in: words) {
                return "It looks like \(what) (“\(word)”)"
            }
        }
        let isText = variable.kind == .text || variable.kind == nil
        guard isText, let word = StudyDraftWords.first(of: StudyDraftPersonal.nameWords, in: words),
            variable.mentions(StudyDraftPersonal.placeWords) == nil
        else { return nil }
        return "It looks like a person’s name (“\(word)”)"
    }

    private static let words: [(what: String, words: [String])] = [
        (
            "a telephone number",
            [
                "phone*", "telephone*", "tel", "mobile", "cellphone", "whatsapp", "telegram",
                "телефон*", "сотов*", "мобильн*",
            ]
        ),
        ("an e-mail address", ["email", "mail", "почта", "почты", "имейл"]),
        ("an address", ["address", "street", "адрес*", "улица", "дарек*", "дареги", "көчө*"]),
        (
            "the number of a document",
            [
                "passport*", "паспорт*", "inn", "инн", "snils", "снилс", "pin", "пин", "ssn",
                "nationalid", "idcard", "idnumber", "удостоверени*", "күбөлүк*",
            ]
        ),
        ("a date of birth", ["dob", "birth*", "birthday", "рождени*", "туулган*"]),
        (
            "a place on the map",
            ["gps", "latitude", "longitude", "lat", "lon", "lng", "coordinates", "координат*"]
        ),
        ("a person’s name", ["fullname", "surname", "firstname", "lastname", "fio", "фио"]),
        ("a person’s name", ["фамили*", "отчеств*", "зовут"]),
    ]
    private static let nameWords = ["name", "names", "имя", "имена", "аты", "аты-жөнү", "ысымы"]
    /// Words beside "name" that say that it is not a person's.
    private static let placeWords = [
        "village*", "district*", "region*", "city", "town", "school*", "organisation*",
        "organization*", "company", "ngo", "community", "form", "place*", "file*", "variable",
        "сел*", "район*", "город*", "школ*", "организац*", "айыл*", "шаар*", "мектеп*",
    ]

    // MARK: - Content

    /// Judges text by itself: most cells are telephone numbers or e-mail addresses.
    private func byContent(_ variable: StudyDraftVariable) -> String? {
        guard variable.isOpen, case .text(let pool)? = variable.column?.values else { return nil }
        let texts = pool.pool.dropFirst().prefix(200)
        guard texts.count >= 5 else { return nil }
        let mails = texts.count { text in
            let parts = text.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
        }
        if 2 * mails > texts.count { return "Most answers are e-mail addresses" }
        let phones = texts.count { text in
            let digits = text.count { $0.isNumber }
            return text.hasPrefix("+") && (9...15).contains(digits)
                && text.allSatisfy { $0.isNumber || " +-()".contains($0) }
        }
        return 2 * phones > texts.count ? "Most answers are telephone numbers" : nil
    }
}
