// How high the frame of live comments wants to be, as its provider says it.

// `data`: that of a message from the frame. In CSS pixels; 0: the message says nothing about it.
export function heightIn(data) {
    let said = data;
    if (typeof data === 'string') {
        try {
            said = JSON.parse(data); // Disqus and Remark42
        } catch {
            return 0;
        }
    }
    const height = said?.giscus?.resizeHeight // Giscus
        ?? (said?.type === 'resize' || said?.name === 'resize' ? said.height ?? said.data?.height : null) // Utterances, Disqus
        ?? said?.remarkIframeHeight // Remark42 before 1.10
        ?? (said?.type || said?.name ? null : said?.height) // Remark42
        ?? said?.broadsheetHeight; // comments-frame.js
    return Number.isFinite(Number(height)) && Number(height) > 0 ? Math.ceil(Number(height)) : 0;
}
