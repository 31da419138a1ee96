/// The style of field sheets: black on white, large enough to be read outdoors, room to write.
enum FieldStyle {
    static let sheet: StaticString = """
        :root{color-scheme:light}
        *{box-sizing:border-box}
        body{margin:0;background:#fff;color:#111;font:11pt/1.35 "Noto Sans","Liberation Sans",\
        "DejaVu Sans",Arial,sans-serif}
        .screen{max-width:60rem;margin:0 auto;padding:1.5rem}
        .screen ol{columns:16rem;padding:0;list-style:none}
        .screen a{color:#0b5394}
        .sheet{max-width:60rem;margin:0 auto;padding:1.5rem;border-top:2px solid #767676;\
        overflow-x:auto}
        .mark{display:inline-block;margin:0 0 .3rem;padding:.1rem .6rem;background:#a32020;color:#fff;\
        font-weight:700}
        .study{margin:0;color:#444}
        h1{font-size:1.6rem;line-height:1.2}
        h2{margin:.1rem 0 .4rem;font-size:1.7rem}
        h3{margin:.7rem 0 .2rem;font-size:1rem}
        dl{margin:0}
        dd{margin:0}
        .where{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.3rem 1.2rem}
        .where dt,.facts dt{font-size:.8rem;color:#444}
        .where .blank{height:1.5rem;border-bottom:1px solid #111}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.4rem;\
        margin:.6rem 0}
        .facts div{border:1.5px solid #111;padding:.3rem .5rem}
        .facts dd{font-size:1.15rem;font-weight:700}
        .steps{margin:.2rem 0;padding-left:1.3rem}
        table{border-collapse:collapse;margin:.3rem 0}
        caption{text-align:left;font-weight:700;white-space:nowrap}
        th,td{border:1px solid #555;padding:.1rem .35rem;text-align:center;font-weight:400}
        thead th,tbody th{font-weight:700}
        .contacts{width:100%;font-size:.82rem}
        .contacts td{height:1.7rem}
        .contacts th:nth-child(3){width:18%}
        .codes,.small{font-size:.8rem;margin:.3rem 0}
        @media print{
        @page{size:A4;margin:11mm}
        body{font-size:9.5pt}
        .screen{display:none}
        .sheet{max-width:none;padding:0;border:0;break-after:page;overflow:visible}
        .sheet:last-child{break-after:auto}
        thead{display:table-header-group}
        tr{break-inside:avoid}
        h3{break-after:avoid}
        h2{font-size:1.4rem}
        }
        """
}
