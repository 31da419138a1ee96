/// What a reader leaves out.
package struct ReadOptions: Sendable {
    /// Whether the column under this header is never read past the door (personal data).
    ///
    /// Its cells are passed over while reading: they reach no value, message or log.
    package var skips: @Sendable (String) -> Bool

    package init(skips: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.skips = skips
    }
}
