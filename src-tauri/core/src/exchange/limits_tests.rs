//! Files that are made to break programs, and files that change under the reader's hands.

use std::io::Write;

use super::*;

#[test]
fn korean_and_western_windows_are_told_apart() {
    let header = "고객 이름,추천 ID,참고\n한빛전자,1,전화 주세요\n다온식품,2,내일 다시 연락드리겠습니다\n";
    let (korean, _, bad) = encoding_rs::EUC_KR.encode(header);
    assert!(!bad, "CP949 has these letters");
    let file = read("", &korean).unwrap();
    assert_eq!(file.look.encoding, "CP949", "as Korean Excel saves CSV");
    assert!(
        matches!(&file.rows[0], Row::Lead(lead) if lead.lead.customer.name == "한빛전자"),
        "and its letters are right"
    );
    let western = "Customer Name;Referral ID;Notes\nCafé Brûlé;1;Größe, naïve, déjà vu\nMüller & Söhne;2;très bien\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(western);
    let file = read("", &bytes).unwrap();
    assert_eq!(file.look.encoding, "Windows-1252", "as western Excel saves CSV");
    assert!(
        matches!(&file.rows[0], Row::Lead(lead) if lead.lead.customer.name == "Café Brûlé"),
        "and its letters are right"
    );
    let none = b"Customer Name,Referral ID\n\x81\x8d\x90,1\n";
    assert_eq!(read("", none).unwrap_err(), FileProblem::BadEncoding { line: 2 }, "no letters in any of them");
}

#[test]
fn a_table_of_ten_thousand_columns_is_refused() {
    let wide: Vec<String> = (0..10_000).map(|n| format!("Customer Name {n}")).collect();
    let problem = read("", format!("{}\n", wide.join(",")).as_bytes()).unwrap_err();
    assert_eq!(problem, FileProblem::TooManyColumns { limit: 1000 }, "no table of leads is so wide");
}

#[test]
fn one_row_that_is_too_long_keeps_no_other_out() {
    let text = format!("Customer Name,Referral ID\nA,1\n{},2\nC,3\n", "x".repeat(5 * 1024 * 1024));
    let rows = read("", text.as_bytes()).unwrap().rows;
    let Row::Refused { refused, raw } = &rows[1] else { panic!("refused") };
    assert_eq!((refused.row, refused.reason, raw), (3, RefusedReason::RowTooLong, &None), "it is named");
    assert!(matches!(rows[2], Row::Lead(_)), "and the next one is read");
    let json = format!(
        "[{{\"customerProfile\":\"{}\"}},{{\"customerProfile\":{{\"name\":\"A\"}},\"status\":\"New\",\"createdDateTime\":\"2026-11-19\"}}]",
        "x".repeat(9 * 1024 * 1024)
    );
    let rows = read("", json.as_bytes()).unwrap().rows;
    assert!(
        matches!(&rows[0], Row::Refused { refused, .. } if refused.reason == RefusedReason::RowTooLong),
        "in JSON too"
    );
    assert!(matches!(rows[1], Row::Lead(_)), "and the next one is read");
}

#[test]
fn another_file_in_its_place_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, "Customer Name,Referral ID\nA,1\n").unwrap();
    let opened = open(&path).unwrap();
    let read = || opened.rows(None).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    assert_eq!(read().unwrap().len(), 1, "the same file");
    std::fs::write(&path, "Customer Name,Referral ID\nB,1\n").unwrap();
    assert_eq!(read().unwrap_err(), FileProblem::Changed, "as long as before, but not the same");
    std::fs::write(&path, "Customer Name,Referral ID\nA,1\nB,2\n").unwrap();
    assert_eq!(read().unwrap_err(), FileProblem::Changed, "longer than before");
}

#[cfg(unix)]
#[test]
fn a_device_is_refused_at_once() {
    assert_eq!(open(std::path::Path::new("/dev/zero")).unwrap_err(), FileProblem::NotLeads, "it has no end");
}

fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_with_its_types() {
    let bytes = workbook(|sheet| {
        let date = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm:ss.000");
        sheet.write(0, 0, "Leads of November").unwrap();
        for (column, heading) in ["회사", "전화번호", "금액", "접수일", "통화"].into_iter().enumerate() {
            sheet.write(2, column as u16, heading).unwrap();
        }
        sheet.write(3, 0, "한빛전자").unwrap();
        sheet.write(3, 1, 255_550_101).unwrap();
        sheet.write(3, 2, 0.1 + 0.2).unwrap();
        let at = rust_xlsxwriter::ExcelDateTime::parse_from_str("2026-11-03T09:05:07.123").unwrap();
        sheet.write_with_format(3, 3, &at, &date).unwrap();
        sheet.write(3, 4, "USD").unwrap();
        sheet.write(5, 0, "다온식품").unwrap();
    });
    let file = read("a.xlsx", &bytes).unwrap();
    let leads: Vec<_> = file.rows.iter().map(|r| if let Row::Lead(l) = r { l } else { panic!("{r:?}") }).collect();
    assert_eq!((file.look.rows, leads.len()), (2, 2), "a title above the heading is no row");
    assert_eq!(leads.iter().map(|lead| lead.row).collect::<Vec<_>>(), [4, 6], "as the spreadsheet counts");
    let lead = &leads[0].lead;
    assert_eq!(lead.contacts[0].phone.as_deref(), Some("255550101"), "a number is its digits");
    assert_eq!(lead.received_at.to_string(), "2026-11-03T09:05:07.123Z", "a day by its style");
    assert_eq!(lead.deal.value.as_ref().unwrap().amount(), "0.30", "without noise");
    assert_eq!(file.look.columns[2].samples, ["0.3"], "as a person would have typed it");
}

#[test]
fn a_number_of_a_workbook_is_that_number_whatever_mark_the_mapping_has() {
    let bytes = workbook(|sheet| {
        for (column, text) in ["회사", "금액", "통화"].into_iter().enumerate() {
            sheet.write(0, column as u16, text).unwrap();
            sheet.write(1, column as u16, ["Adatum", "", "EUR"][column]).unwrap();
            sheet.write(2, column as u16, ["Bellows", "1.234,5", "EUR"][column]).unwrap();
        }
        sheet.write(1, 1, 1234.5).unwrap();
    });
    let opened = open_bytes("a.xlsx", &bytes).unwrap();
    let mapping = format::Mapping { decimal_mark: format::DecimalMark::Comma, ..opened.look.mapping.clone().unwrap() };
    let amounts = opened.rows(Some(&mapping)).unwrap().map(|row| match row.unwrap() {
        Row::Lead(incoming) => incoming.lead.deal.value.unwrap().amount(),
        other => panic!("{other:?}"),
    });
    assert_eq!(amounts.collect::<Vec<_>>(), ["1234.50", "1234.50"], "the mark is that of texts, as in the CSV before");
}

/// An archive with one part, `size` bytes of `byte`.
fn archive(name: &str, byte: u8, size: usize) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file("xl/workbook.xml", options).unwrap();
    zip.start_file(name, options).unwrap();
    let block = vec![byte; 1024 * 1024];
    for _ in 0..size / block.len() {
        zip.write_all(&block).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    let texts = archive("xl/sharedStrings.xml", b'a', 80 * 1024 * 1024);
    assert!(texts.len() < 200_000, "a small file");
    assert_eq!(
        read("", &texts).unwrap_err(),
        FileProblem::TooLargeInside { limit: bomb::MAX_TEXTS },
        "a bomb of texts"
    );
    let cell = archive("xl/worksheets/sheet1.xml", b'a', 32 * 1024 * 1024);
    assert!(matches!(read("", &cell).unwrap_err(), FileProblem::TooLargeInside { .. }), "one cell without an end");
}

#[test]
fn what_is_no_workbook_is_told() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("readme.txt", zip::write::SimpleFileOptions::default()).unwrap();
    assert_eq!(read("", &zip.finish().unwrap().into_inner()).unwrap_err(), FileProblem::NotLeads, "any other archive");
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "Company").unwrap();
    });
    let cut = read("", &bytes[..bytes.len() / 2]).unwrap_err();
    assert!(matches!(cut, FileProblem::BadWorkbook { .. }), "half a workbook: {cut:?}");
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 2000], &name].concat();
    assert_eq!(read("", &locked).unwrap_err(), FileProblem::Locked, "behind a password");
    let old = read("", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 the Excel of 2003").unwrap_err();
    assert!(matches!(old, FileProblem::BadWorkbook { .. }), "the Excel of 2003: {old:?}");
}

#[test]
fn what_a_spreadsheet_pads_and_decorates_is_forgiven() {
    let text = "\u{feff}Customer\u{a0}Name,Referral ID,Notes,,\nOil &amp; Gas\u{a0}S.A., 1 ,\u{a0},,\n";
    let rows = read("", text.as_bytes()).unwrap().rows;
    let Row::Lead(incoming) = &rows[0] else { panic!("{rows:?}") };
    assert_eq!(incoming.lead.customer.name, "Oil & Gas S.A.", "entities and NBSP");
    assert_eq!(incoming.lead.referral_id.as_deref(), Some("1"), "blanks around");
    assert_eq!(incoming.lead.need.text, "", "an NBSP alone is nothing");
}

/// A workbook whose first sheet lies at `name` and holds `sheet`, with `texts` as its shared texts.
fn book(name: &str, sheet: &dyn Fn(&mut dyn Write), texts: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets>\
                 <sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}\">\
                 <Relationship Id=\"rId1\" Type=\"{relations}/worksheet\" Target=\"{}\"/>\
                 <Relationship Id=\"rId2\" Type=\"{relations}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
                 </Relationships>",
                name.trim_start_matches("xl/")
            ),
        ),
        ("xl/sharedStrings.xml", format!("<sst xmlns=\"{main}\">{texts}</sst>")),
    ];
    for (name, text) in parts {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.start_file(name, options).unwrap();
    write!(zip, "<worksheet xmlns=\"{main}\"><sheetData>").unwrap();
    sheet(&mut zip);
    write!(zip, "</sheetData></worksheet>").unwrap();
    zip.finish().unwrap().into_inner()
}

const HEADING: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Company</t></is></c>\
    <c r=\"B1\" t=\"inlineStr\"><is><t>Email</t></is></c></row>";

#[test]
fn a_sheet_is_a_sheet_whatever_it_is_called() {
    let row = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Adatum</t></is></c></row>";
    let honest = book("xl/media/cat.png", &|to| write!(to, "{HEADING}{row}").unwrap(), "");
    assert_eq!(read("", &honest).unwrap().rows.len(), 1, "a book may say so");
    let bomb = book("xl/media/cat.png", &|to| to.write_all(&vec![b'a'; 80 * 1024 * 1024]).unwrap(), "");
    assert!(matches!(read("", &bomb).unwrap_err(), FileProblem::TooLargeInside { .. }), "so it is unpacked like one");
}

#[test]
fn the_end_of_a_cell_inside_of_its_text_is_none() {
    let long = |end: &str| end.repeat(17 * 1024 * 1024 / end.len());
    let cells = [
        format!("<c r=\"A2\" t=\"str\"><v>{}", long("row>")),
        format!("<c r=\"A2\" t=\"str\"><v>{}", long("/c>")),
        format!("<c r=\"{}\"><v>1", long("</c>")),
        format!("<c t=\"str\"><v><?x {}?>", long("</c>")),
    ];
    for cell in cells {
        let sheet = |to: &mut dyn Write| write!(to, "{HEADING}<row r=\"2\">{cell}</v></c></row>").unwrap();
        let bytes = book("xl/worksheets/sheet1.xml", &sheet, "");
        assert!(bytes.len() < 300_000, "a small file");
        let problem = read("", &bytes).unwrap_err();
        assert!(matches!(problem, FileProblem::TooLargeInside { .. }), "{}: {problem:?}", &cell[..40]);
    }
}

#[test]
fn many_rows_of_nothing_are_no_bomb() {
    let rows = "<row r=\"3\" spans=\"1:3\" ht=\"15.75\" x14ac:dyDescent=\"0.25\" customHeight=\"1\"/>".repeat(300_000);
    let row = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Adatum</t></is></c></row>";
    let bytes = book("xl/worksheets/sheet1.xml", &|to| write!(to, "{HEADING}{row}{rows}").unwrap(), "");
    assert_eq!(read("", &bytes).unwrap().rows.len(), 1, "a sheet that somebody has formatted to its end");
}

#[test]
fn a_long_text_that_every_cell_shares_is_a_bomb_too() {
    let texts = format!("<si><t>{}</t></si>", "a".repeat(8 * 1024 * 1024));
    let rows = |to: &mut dyn Write| {
        write!(to, "{HEADING}").unwrap();
        for row in 2..1000 {
            write!(to, "<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>0</v></c></row>").unwrap();
        }
    };
    let bytes = book("xl/worksheets/sheet1.xml", &rows, &texts);
    assert!(bytes.len() < 60_000, "a small file");
    let problem = read("", &bytes).unwrap_err();
    assert_eq!(problem, FileProblem::TooLargeInside { limit: bomb::MAX_UNPACKED }, "eight gigabytes of names");
}

#[test]
fn an_object_of_many_lists_is_read_in_one_go() {
    let lists = "\"value\":[],".repeat(300_000);
    let text = format!("[]{{\"attributes\":{{}},{lists}\"Company\":\"Adatum\",\"LastName\":\"Kim\"}}");
    assert_eq!(read("", text.as_bytes()).unwrap().rows.len(), 1, "each list is not looked for in all before it");
}
