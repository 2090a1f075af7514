// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "base/displaytext.h"
#include "protocol/rfc4codec.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <algorithm>

//! Hostile texts: attempts to crash, deceive or track. Everything that a peer or server can write is tested with
//! these.
namespace islet::test {

struct HostileText {
    const char *name;
    QByteArray utf8; //!< not always valid UTF-8
};

//! The markup links to `port`, where no request may ever arrive.
inline QList<HostileText> hostileTexts(quint16 port)
{
    using namespace Qt::StringLiterals;
    const QByteArray host = "http://127.0.0.1:" + QByteArray::number(port);
    const auto utf8 = [](const QString &text) { return text.toUtf8(); };
    return {
        {"markup", "<b>bold</b> <i>slanted</i> <h1>HUGE</h1> <font color='red' size='7'>red</font>"},
        {"image", "<img src=\"" + host + "/x.png\">"},
        {"image without quotes", "<img src=" + host + "/x.png width=4000 height=4000>"},
        {"image of a file", "<img src=\"file:///etc/hostname\"><img src=\"qrc:/qt/qml/Islet/Ui/Main.qml\">"},
        {"image in data", "<img src=\"data:image/png;base64,iVBORw0KGgo=\">"},
        {"image after words", "look: <b>here</b> <img src='" + host + "/y.png'/> and <img src='" + host + "/z.png'/>"},
        {"picture in a list", "<ul><li><img align=right src='" + host + "/l.png'></li></ul>"},
        {"link", "<a href=\"" + host + "/a\">click me</a>"},
        {"script", "<script>Qt.quit()</script><a href='javascript:alert(1)'>x</a>"},
        {"style", "<style>body { background: url(" + host + "/s.png); }</style>"},
        {"style with import", "<style>@import '" + host + "/s.css';</style><p style='font-size:400pt'>big</p>"},
        {"table", "<table width=9999 height=9999><tr><td background='" + host + "/t.png'>cell</td></tr></table>"},
        {"document", "<!DOCTYPE html><html><body background='" + host + "/b.png'>page</body></html>"},
        {"half a tag", "<img src='" + host + "/h.png'"},
        {"entities", "&lt;img src=&quot;" + host + "/e.png&quot;&gt; &amp; &#60;b&#62; &nbsp;&shy;&#8238;"},
        {"markdown", "![x](" + host + "/m.png) [y](" + host + ") # heading\n\n* list\n\n```\ncode\n```"},
        {"translation mark", "%1 %2 %n %L1 %99 {0} ${x} $(x) {{x}}"},
        {"bidi overrides", utf8(u"pay \u202e0001\u202c to \u202agpj.exe\u202d"_s)},
        {"bidi isolates", utf8(u"\u2066left \u2067right \u2068first \u2069\u2069\u2069 end"_s)},
        {"unclosed overrides", utf8(u"\u202e"_s.repeated(300) + u"drow"_s)},
        {"right to left", utf8(u"שלום עולם! مرحبا بالعالم (123) <b>שלום</b>"_s)},
        {"a megabyte", QByteArray(1'000'000, 'x')},
        {"a megabyte of line breaks", "top" + QByteArray(1'000'000, '\n') + "bottom"},
        {"a megabyte of markup", QByteArray("<img src='" + host + "/n.png'>").repeated(30'000)},
        {"500 marks on a letter", utf8(u"Z"_s + QString(500, u'\u0301') + u" a"_s + QString(500, u'\u0e47'))},
        {"marks above and below", utf8(u"H\u0335\u0322\u0334e\u0315\u0321\u0489l\u0489\u0489p"_s.repeated(100))},
        {"mark without a letter", utf8(u"\u0301\u0301\u0301\u20dd\u20e3 on nothing"_s)},
        {"ping control", utf8(u"\u241142 <img src='x'>"_s)},
        {"pong control", utf8(u"\u240642 0x0"_s)},
        {"emote control", utf8(u"\u2410<img/> 1785585600000"_s)},
        {"other control pictures", utf8(u"\u2400\u2407\u241b\u2421"_s)},
        {"zero width", utf8(u"ad\u200bmin\u200c\u200d\u2060\ufeff\u00ad"_s)},
        {"nothing but zero width", utf8(u"\u200b\u200c\u200d\ufeff"_s)},
        {"nothing but spaces", utf8(u" \t\u00a0\u3000\n"_s)},
        {"invisible letters", utf8(u"a\U000e0041\U000e0042\u3164\u115f\u2800b"_s)},
        {"emoji sequences",
         utf8(u"👩‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈🇦🇷❤️‍🔥1️⃣"_s.repeated(40))},
        {"wide characters", utf8(u"﷽𒐫꧅⸻"_s.repeated(60))},
        {"NUL", QByteArray("before\0after <img src='x'>", 26)},
        {"control characters", QByteArray("\x01\x02\x03\x07\x08\x0b\x0c\x0e\x1a\x1c\x1f\x7f bell", 17)},
        {"C1 control characters", utf8(u"\u0080\u0085\u0090\u009b31m\u009d0;title\u009c"_s)},
        {"terminal colours", "\x1b[31mred\x1b[0m \x1b[2J\x1b[1;1H\x1b[?1049h"},
        {"terminal title", "\x1b]0;owned\x07 \x1b]8;;" + host + "\x1b\\link\x1b]8;;\x1b\\ \x1bP+q544e\x1b\\"},
        {"line breaks",
         "one\rtwo\r\nthree\x0b"
         "four\x0c"
         "five"},
        {"line separators", utf8(u"one\u2028You joined ws-room:ws://evil\u2029three\u0085four"_s)},
        {"forged note", "You joined ws-room:wss://islet.example/rooms/lobby"},
        {"forged note on a line of its own", "hi\n\n\nYou joined ws-room:wss://islet.example/rooms/lobby"},
        {"forged lines of others",
         "hi\nMe 12:34\nBo 0x5aAe…eAed 12:35\nlook here\nToday\nNew\nYou joined ws-room:wss://islet.example"},
        {"forged note after lines without letters",
         utf8(u"hi\n \n\u200b\n\u3000\nYou joined ws-room:wss://islet.example/rooms/lobby"_s)},
        {"forged note after spaces", "hi" + QByteArray(500, ' ') + "You joined the room"},
        {"forged me", "Me"},
        {"forged me with words", "Me 12:34\nyes, I send you all my money"},
        {"forged author", "0x5aAe…eAed: hello"},
        {"forged address as a name", "0x5aAe…eAed"},
        {"forged program", "Islet"},
        {"look-alike letters", utf8(u"Μе"_s)}, // Greek and Cyrillic
        {"forged button", "[ Open Islet's settings ]"},
        {"forged link", "https://islet.example@127.0.0.1:" + QByteArray::number(port) + "/%3Cimg%3E?a=b&c#d"},
        {"one long word", QByteArray(5'000, 'W')},
        {"one long word of marks", utf8(u"W\u0301"_s.repeated(900))},
        {"a very long line of words", QByteArray("lorem ipsum ").repeated(900)},
        {"half an emoji",
         QByteArray("a\xed\xa0\xbd"
                    "b\xed\xb8\x80"
                    "c")},
        {"not UTF-8", QByteArray("\xff\xfe\x80 caf\xe9 \xc0\xaf \xf8\x88\x80\x80\x80 end")},
        {"cut UTF-8", QByteArray("smile \xf0\x9f\x98")},
        {"noncharacters", utf8(u"\ufffe\uffff\ufdd0 end"_s)},
        {"property of an object", "__proto__ constructor toString [object Object] undefined null NaN"},
        {"path", "../../../etc/passwd C:\\Windows\\ \\\\127.0.0.1\\x qrc:/qt/qml/Islet/Ui/Main.qml"},
        {"resource", "image://x/y file:///dev/zero"},
    };
}

//! True if nothing in `text` can break the line it is displayed on.
inline bool isFitToBeShown(const QString &text)
{
    return text.isValidUtf16() && std::ranges::none_of(text.toUcs4(), [](uint c) {
               const auto category = QChar::category(c);
               return category == QChar::Other_Control || category == QChar::Other_Format
                   || category == QChar::Other_Surrogate || category == QChar::Separator_Line
                   || category == QChar::Separator_Paragraph;
           });
}

//! The same for a chat message, which may have several lines, none of them empty.
inline bool areFitLines(const QString &text)
{
    const QStringList lines = text.split(u'\n');
    return lines.size() <= maxChatLines && std::ranges::all_of(lines, [](const QString &line) {
               return !line.trimmed().isEmpty() && isFitToBeShown(line);
           });
}

//! Encodes `message` with `utf8` in its text field `field`, even if no QString can hold it.
template<typename Message> QByteArray packetWithBytes(Message message, QString Message::*field, const QByteArray &utf8)
{
    // Encode a placeholder of the same length, in a letter that occurs nowhere else in the packet, and replace it.
    for (const char letter : {'x', 'y', 'z', 'Q', 'q'}) {
        message.*field = QString(utf8.size(), QLatin1Char(letter));
        QByteArray packet = rfc4::Codec().encode(message);
        const QByteArray text(utf8.size(), letter);
        if (packet.count(letter) == utf8.size())
            return packet.replace(packet.indexOf(text), text.size(), utf8);
    }
    qFatal("no letter is free");
}

} // namespace islet::test
