/// The style of field sheets: black on white, large enough to be read outdoors, room to write.
///
/// Printed, a sheet of up to 28 rows fits one page of A4: its rows are as tall as that allows.
enum FieldStyle {
    static let sheet: StaticString = """
        :root{color-scheme:light}
        *{box-sizing:border-box}
        body{margin:0;background:#fff;color:#111;font:11pt/1.35 "Noto Sans","Liberation Sans",\
        "DejaVu Sans",Arial,sans-serif}
        .screen,.sheet{max-width:60rem;margin:0 auto;padding:1.5rem}
        .screen ol{columns:16rem;padding:0;list-style:none}
        .screen li{padding:.2rem 0}
        .screen a{color:#0b5394}
        .sheet{border-top:2px solid #767676}
        .mark{display:inline-block;margin-right:.6rem;padding:0 .5rem;border:2px solid #a32020;\
        color:#a32020}
        .study{margin:0;color:#444}
        h1{font-size:1.6rem;line-height:1.2}
        h2{margin:.1rem 0 .3rem;font-size:1.7rem;line-height:1.2}
        h3{margin:.7rem 0 .2rem;font-size:1rem}
        dl,dd{margin:0}
        .only{margin:.2rem 0;padding:.2rem .5rem;border:2px solid #111;font-weight:700}
        .where{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.3rem 1.2rem}
        .where dt,.facts dt{font-size:.8rem;color:#444}
        .where .blank{height:1.5rem;border-bottom:1px solid #111}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.4rem;\
        margin:.6rem 0}
        .facts div{border:1.5px solid #111;padding:.2rem .5rem}
        .facts dd{font-size:1.1rem;font-weight:700;line-height:1.2}
        .steps{margin:.2rem 0;padding-left:1.3rem}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;margin:.3rem 0}
        th,td{border:1px solid #555;padding:.1rem .3rem;text-align:center;font-weight:400}
        th{font-weight:700}
        .contacts{width:100%;font-size:.82rem}
        .contacts td{height:1.9rem}
        .contacts .turn th{text-align:left}
        .contacts .address,.contacts .visit{min-width:5.5rem}
        .contacts .size{min-width:1.5rem}
        .codes,.small{font-size:.8rem;margin:.3rem 0}
        @media print{
        @page{size:A4;margin:8mm 10mm}
        body{font-size:9pt;line-height:1.25}
        .screen{display:none}
        .sheet{max-width:none;padding:0 1px 0 0;border:0;break-after:page}
        .over{display:none}
        .sheet:last-child{break-after:auto}
        .scroll{overflow:visible}
        thead{display:table-header-group}
        tr{break-inside:avoid}
        h2{font-size:1.3rem}
        h3{margin:.35rem 0 .1rem;break-after:avoid}
        .where{grid-template-columns:1.3fr 1.2fr 1.4fr .8fr;gap:.1rem 1rem}
        .where .blank{height:6mm}
        .facts{grid-template-columns:1fr 1fr 1.3fr 3fr;margin:.3rem 0}
        .facts div{padding:.1rem .4rem}
        .facts dt{font-size:7.5pt}
        .facts dd{font-size:1rem}
        .steps{columns:2;column-gap:6mm;font-size:8.2pt;line-height:1.2;margin:.5mm 0 1mm}
        .steps li{break-inside:avoid}
        .contacts{font-size:8pt;margin:.1rem 0}
        .contacts th,.contacts td{padding:0 .8mm}
        .contacts .visit{width:25mm}
        .contacts .address{width:32mm}
        .contacts .size{width:6mm;min-width:0}
        .contacts .result{width:15mm}
        .contacts td{height:7mm}
        .roomy .contacts td{height:7.2mm}
        .even .contacts td{height:6.3mm}
        .close .contacts td{height:5.4mm}
        .codes,.small{margin:.1rem 0;font-size:7.8pt;line-height:1.15}
        }
        """
}
