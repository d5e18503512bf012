//! Times, in UTC: the same for everyone who reads a report.

/// Milliseconds since 1970 (UTC) as `2026-11-23 18:05:09 UTC`.
#[must_use]
pub fn utc(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    let (year, month, day) = date(seconds / 86_400);
    let of_day = seconds % 86_400;
    let mut text = year.to_string();
    for (mark, number) in [
        ("-", month),
        ("-", day),
        (" ", of_day / 3600),
        (":", of_day / 60 % 60),
        (":", of_day % 60),
    ] {
        text.push_str(mark);
        if number < 10 {
            text.push('0');
        }
        text.push_str(&number.to_string());
    }
    text.push_str(" UTC");
    text
}

/// Year, month and day of a day of the Gregorian calendar, counted from 1970-01-01.
///
/// Counts in years that begin in March, so that the leap day is the last day of a year.
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::utc;

    #[test]
    fn times_are_in_utc() {
        assert_eq!(utc(0), "1970-01-01 00:00:00 UTC");
        assert_eq!(utc(951_782_400_000), "2000-02-29 00:00:00 UTC");
        assert_eq!(utc(1_597_973_312_999), "2020-08-21 01:28:32 UTC");
        assert_eq!(utc(4_102_444_799_000), "2099-12-31 23:59:59 UTC");
    }
}
