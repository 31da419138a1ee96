/// The numbers by which workbooks write points in time.
struct SerialDate {
    /// Whether day 0 is 1904-01-01 (old Macintosh files) instead of 1899-12-31.
    var counts1904 = false

    /// The seconds since 1970-01-01 00:00 of the serial number `serial`, rounded to milliseconds.
    ///
    /// Days count from 1900-01-01 = 1, and a 29 February 1900 that never was has the number 60 (a bug
    /// of Lotus 1-2-3 that is kept): numbers up to 59 are a day late, 59 and 60 are both 28 February.
    /// nil for what is no date: times of day (under 1), negative numbers, years after 9999.
    func seconds(_ serial: Double) -> Double? {
        let first = counts1904 ? 0.0 : 1.0
        let last = counts1904 ? 2_957_004.0 : 2_958_466.0
        guard serial >= first, serial < last else { return nil }
        let day0: Double =
            if counts1904 { -24_107 } else { serial < 60 ? -25_568 : -25_569 }
        return (day0 * 86_400) + (serial * 86_400_000).rounded() / 1000
    }

    /// The serial number, counted from 1900, of a point in time `seconds` after 1970-01-01 00:00.
    ///
    /// nil for what a workbook cannot hold as a date: before 1900-03-01 (before that day
    /// spreadsheets disagree about the weekday and the number), or after the year 9999.
    static func serial(seconds: Double) -> Double? {
        let serial = seconds / 86_400 + 25_569
        return serial >= 61 && serial < 2_958_466 ? serial : nil
    }
}
