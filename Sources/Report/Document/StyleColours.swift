extension PageStyle {
    /// Colours by role, for light and dark pages, forced colours and paper.
    ///
    /// Every pair of text and ground has a contrast of at least 4.5 to 1 (WCAG 2).
    static let colours: StaticString = """
        :root{color-scheme:light dark;
        --page:#fff;--panel:#f5f7fa;--ink:#1a1a1a;--muted:#595959;--rule:#767676;--hair:#dcdfe4;
        --link:#0b5394;--focus:#005fcc;--warn:#a32020;--warn-panel:#fdf3f2;--accent:#21407f;
        --bar:#3a66ad;--band:#dfe7f4;--strip:#a32020;--strip-ink:#fff;
        --d5-0:#7f3b08;--d5-1:#d97c15;--d5-2:#949494;--d5-3:#6392e9;--d5-4:#2b4590;
        --on-d5-0:#fff;--on-d5-1:#111;--on-d5-2:#111;--on-d5-3:#111;--on-d5-4:#fff;
        --d7-0:#4f1e02;--d7-1:#955225;--d7-2:#ca805c;--d7-3:#828386;--d7-4:#6e8efd;--d7-5:#3f5bbc;
        --d7-6:#292860;--on-d7-0:#fff;--on-d7-1:#fff;--on-d7-2:#111;--on-d7-3:#111;--on-d7-4:#111;
        --on-d7-5:#fff;--on-d7-6:#fff;
        --s-0:#e6edf9;--s-1:#b7ccf0;--s-2:#7ea2e0;--s-3:#4a73bb;--s-4:#21407f;
        --on-s-0:#111;--on-s-1:#111;--on-s-2:#111;--on-s-3:#fff;--on-s-4:#fff}
        @media screen and (prefers-color-scheme:dark){:root{
        --page:#121212;--panel:#1c1f24;--ink:#f2f2f2;--muted:#b3b3b3;--rule:#8c8c8c;--hair:#34383f;
        --link:#8ab4f8;--focus:#fd0;--warn:#ff9c8f;--warn-panel:#2a1917;--accent:#a5c3f5;
        --bar:#6f9be0;--band:#24344f;--strip:#ff9c8f;--strip-ink:#111;
        --d5-0:#f0b35a;--d5-1:#a8651b;--d5-2:#767676;--d5-3:#4a72c4;--d5-4:#a5c3f5;
        --on-d5-0:#111;--on-d5-1:#fff;--on-d5-2:#fff;--on-d5-3:#fff;--on-d5-4:#111;
        --d7-0:#e7ba9d;--d7-1:#c2823e;--d7-2:#875f43;--d7-3:#6b6c6f;--d7-4:#4761a8;--d7-5:#7486e8;
        --d7-6:#b6c6f2;--on-d7-0:#111;--on-d7-1:#111;--on-d7-2:#fff;--on-d7-3:#fff;--on-d7-4:#fff;
        --on-d7-5:#111;--on-d7-6:#111;
        --s-0:#1c2740;--s-1:#2c4478;--s-2:#4a6cb0;--s-3:#84a7e2;--s-4:#cadbfa;
        --on-s-0:#fff;--on-s-1:#fff;--on-s-2:#fff;--on-s-3:#111;--on-s-4:#111}}
        @media (forced-colors:active){:root{
        --page:Canvas;--panel:Canvas;--ink:CanvasText;--muted:CanvasText;--rule:CanvasText;
        --hair:GrayText;--link:LinkText;--focus:Highlight;--warn:CanvasText;--warn-panel:Canvas;
        --accent:CanvasText;--bar:CanvasText;--band:Canvas;--strip:Canvas;--strip-ink:CanvasText}}

        """
}
