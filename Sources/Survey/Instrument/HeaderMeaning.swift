/// What the header of one column of an export stands for.
package enum HeaderMeaning: Hashable, Sendable {
    /// The answers to a question, named as ``Form/variable(of:)`` names it.
    case value(String)
    /// Whether one option of a several-choice question was chosen.
    case option(String, choice: String)
    /// One number of a place on the map.
    case geoPart(String, GeoPart)
    /// The address of an attachment.
    case attachmentAddress(String)
    /// A column that the survey system adds, by the name that it gives it.
    case system(String)
    /// One of several questions, and nothing says which.
    case ambiguous([String])
    case unknown

    /// The numbers that a geopoint is exported as.
    package enum GeoPart: String, CaseIterable, Hashable, Sendable {
        case latitude
        case longitude
        case altitude
        case precision
    }

    /// The variable that the column belongs to; nil for system, ambiguous and unknown columns.
    package var variable: String? {
        switch self {
        case .value(let name), .option(let name, _), .geoPart(let name, _),
            .attachmentAddress(let name):
            name
        case .system, .ambiguous, .unknown: nil
        }
    }
}

/// The columns that survey systems add to an export.
enum SystemColumns {
    /// Whether a survey system, not the form, gives the column `header`.
    ///
    /// Kobo and Ona begin theirs with "_" or "meta/"; ODK Central's have fixed names.
    static func contains(_ header: String) -> Bool {
        if named.contains(header) { return true }
        if header.hasPrefix("_submission_") { return contains(String(header.dropFirst(12))) }
        for prefix in ["meta/", "meta-", "formhub/", "SET-OF-", "_version", "__version"]
        where header.hasPrefix(prefix) {
            return true
        }
        return false
    }

    private static let named: Set<String> = [
        // KoboToolbox and Ona
        "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status",
        "_submitted_by", "__version__", "_tags", "_index", "_parent_index", "_parent_table_name",
        "_xform_id", "_xform_id_string", "_attachments", "_geolocation", "_bamboo_dataset_id",
        "_date_modified", "_duration", "_edited", "_last_edited", "_media_count", "_total_media",
        "_media_all_received", "_review_status", "_review_comment", "_userform_id", "rootUuid",
        "submission_id", "submission_uuid", "submission_time",
        // ODK Central and Briefcase
        "SubmissionDate", "KEY", "PARENT_KEY", "SubmitterID", "SubmitterName",
        "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits",
        "FormVersion", "instanceID", "instanceName", "CompletionDate", "starttime", "endtime",
        // filled by the device, in an export whose form does not ask for them
        "start", "end", "today", "deviceid", "phonenumber", "username", "simserial",
        "subscriberid", "audit", "audit_URL", "email",
    ]
}
