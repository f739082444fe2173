//! Invented leads for the bench, the same in every run: 22 columns of Partner Center's bulk CSV, two of five in Korean, words
//! as unevenly used as in life.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

pub const COLUMNS: [&str; 22] = [
    "Referral ID",
    "Engagement ID",
    "Deal Name",
    "Customer Name",
    "Customer Address Line 1",
    "Customer City",
    "Customer State",
    "Customer Postal Code",
    "Customer Country",
    "Customer Contact First Name",
    "Customer Contact Last Name",
    "Customer Contact Phone Number",
    "Customer Contact Email Address",
    "Partner Referral Status",
    "Partner Referral Substatus",
    "Estimated Deal Value",
    "Currency",
    "Estimated Close Date",
    "CRM ID",
    "Marketing Campaign ID",
    "Notes",
    "Created Date",
];

const ENGLISH: [&str; 40] = [
    "we",
    "need",
    "the",
    "migration",
    "of",
    "our",
    "mail",
    "to",
    "cloud",
    "and",
    "training",
    "for",
    "users",
    "with",
    "a",
    "secure",
    "backup",
    "in",
    "two",
    "offices",
    "before",
    "spring",
    "please",
    "call",
    "licences",
    "support",
    "devices",
    "remote",
    "work",
    "Teams",
    "budget",
    "approved",
    "server",
    "old",
    "replace",
    "quickly",
    "compliance",
    "audit",
    "phones",
    "warehouse",
];
const KOREAN: [&str; 40] = [
    "저희는",
    "메일을",
    "클라우드로",
    "이전하고",
    "싶습니다",
    "사용자",
    "교육과",
    "백업이",
    "필요합니다",
    "본사와",
    "지사",
    "두",
    "곳의",
    "서버를",
    "교체할",
    "예정입니다",
    "예산은",
    "승인되었고",
    "빠른",
    "연락",
    "부탁드립니다",
    "라이선스",
    "비용을",
    "알려",
    "주세요",
    "보안",
    "점검",
    "원격",
    "근무",
    "팀즈",
    "도입",
    "문의",
    "장비",
    "노후",
    "올해",
    "안에",
    "계약",
    "물류",
    "창고",
    "전화",
];
const COMPANIES: [&str; 16] = [
    "Northwind",
    "Fabrikam",
    "Contoso",
    "Tailspin",
    "Adatum",
    "Litware",
    "Proseware",
    "Wingtip",
    "Lucerne",
    "Margie",
    "Trey",
    "Woodgrove",
    "Humongous",
    "Alpine",
    "Coho",
    "Graphic",
];
const KOREAN_COMPANIES: [&str; 16] = [
    "한빛",
    "새롬",
    "가온",
    "누리",
    "다온",
    "미래",
    "바른",
    "아람",
    "이음",
    "자람",
    "참솔",
    "푸른",
    "하나로",
    "해솔",
    "나래",
    "온누리",
];
const GIVEN: [&str; 12] = ["Robin", "Alex", "Sam", "Jo", "Kim", "Pat", "Chris", "Lee", "Max", "Toni", "Andrea", "Noel"];
const KOREAN_GIVEN: [&str; 12] =
    ["민지", "서준", "하은", "지우", "도윤", "수아", "예준", "지민", "은우", "서연", "주원", "유진"];
const FAMILY: [&str; 12] =
    ["Baker", "Smith", "Jones", "Miller", "Brown", "Davis", "Wilson", "Clark", "Lewis", "Young", "King", "Scott"];
const KOREAN_FAMILY: [&str; 12] = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오"];

/// Writes `count` leads to `path`.
pub fn write(path: &Path, count: u32) {
    let mut file = BufWriter::new(File::create(path).expect("the bench's folder can be written"));
    writeln!(file, "{}", COLUMNS.join(",")).expect("there is room");
    let mut chance = Chance(0x5EED);
    for number in 0..count {
        writeln!(file, "{}", row(number, &mut chance).join(",")).expect("there is room");
    }
    file.flush().expect("there is room");
}

/// The cells of a lead.
pub fn row(number: u32, chance: &mut Chance) -> [String; 22] {
    let korean = number % 5 < 2;
    let pick = |chance: &mut Chance, english: &[&str], korean_words: &[&str]| {
        let words = if korean { korean_words } else { english };
        words[chance.skewed(words.len())].to_owned()
    };
    let company = pick(chance, &COMPANIES, &KOREAN_COMPANIES);
    let customer = if korean { format!("{company}상사 {number}") } else { format!("{company} {number} Ltd") };
    let words = 12 + chance.below(30);
    let text = |chance: &mut Chance, words: usize| {
        (0..words).map(|_| pick(chance, &ENGLISH, &KOREAN)).collect::<Vec<_>>().join(" ")
    };
    let (given, family) = (pick(chance, &GIVEN, &KOREAN_GIVEN), pick(chance, &FAMILY, &KOREAN_FAMILY));
    let (status, substatus) = match number % 10 {
        0..=5 => ("New", "Pending"),
        6..=8 => ("Active", "Accepted"),
        _ => ("Closed", "Won"),
    };
    let phone = if korean {
        format!("+82 2 {:04} {:04}", number % 8000 + 1000, number / 8000)
    } else {
        format!("+1 425 {:03} {:04}", 200 + number / 10_000 % 700, number % 10_000)
    };
    [
        format!("00000000-0000-4000-8000-{number:012}"),
        format!("00000000-0000-4000-9000-{number:012}"),
        quoted(&text(chance, 4)),
        quoted(&customer),
        format!("{} Main Street", number % 900 + 1),
        if korean { "서울".to_owned() } else { "Redmond".to_owned() },
        if korean { String::new() } else { "WA".to_owned() },
        format!("{:05}", number % 90_000 + 10_000),
        if korean { "KR".to_owned() } else { "US".to_owned() },
        given,
        family,
        phone,
        format!("person{number}@company{}.example", number / 3),
        status.to_owned(),
        substatus.to_owned(),
        (chance.below(500) * 100 + 1000).to_string(),
        if korean { "KRW".to_owned() } else { "USD".to_owned() },
        format!("{}/{}/2027", number % 12 + 1, number % 28 + 1),
        format!("CRM-{number}"),
        format!("campaign-{}", number % 40),
        quoted(&text(chance, words)),
        format!("11/{}/2026 {}:{:02}:00 AM", number % 20 + 3, number % 11 + 1, number % 60),
    ]
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The same numbers in every run (splitmix64).
pub struct Chance(pub u64);

impl Chance {
    /// Anything from 0 on, below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % end as u64).expect("below a small number")
    }

    /// A few much more often than the others.
    pub fn skewed(&mut self, end: usize) -> usize {
        self.below(end).min(self.below(end)).min(self.below(end))
    }
}
