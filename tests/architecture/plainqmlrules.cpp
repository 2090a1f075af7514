// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "plainqmlrules.h"

#include "qmlstatements.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

//! Text types that interpret markup by default.
bool isTextType(const QString &type)
{
    static const QStringList labels{u"Text"_s, u"Label"_s, u"TextEdit"_s, u"TextArea"_s};
    return labels.contains(type.section(u'.', -1));
}
//! Whether an expression may hold text from a peer, a server or a link, judged by the property names that views use.
bool isUntrustedText(const QString &expression)
{
    static const QRegularExpression words(
        uR"re(\b(?:problem|line|author|modelData|place|placeName|places|missed|refused|address|fullAddress|initials|distanceText|traffic|link|host|details|badges|summary|description|shortAddress|emoteText|voiceText|presenceText|warning)\b)re"_s);
    return words.match(expression).hasMatch();
}
//! The Qt type that one of our types is based on.
QString baseOf(QString type, const QmlSources &sources)
{
    type = type.section(u'.', -1);
    for (int depth = 0; depth < 10 && sources.contains(type); ++depth) {
        const auto objects = QmlFile::read(sources[type]).objects;
        if (type == "PlainLabel"_L1 || objects.isEmpty())
            break;
        type = objects.constFirst().type.section(u'.', -1);
    }
    return type;
}
//! Whether a property of such an object cannot interpret markup: shapes have no text; a one-line input and a window
//! title are always plain.
bool isAlwaysPlain(const QString &base, const QString &property)
{
    static const QStringList shapes{u"PlainLabel"_s, u"Rectangle"_s, u"Item"_s, u"FocusScope"_s};
    static const QStringList inputs{u"TextField"_s, u"TextInput"_s};
    return shapes.contains(base) || (inputs.contains(base) && property == "text"_L1)
        || (base == "ApplicationWindow"_L1 && property == "title"_L1);
}

} // namespace

QStringList plainQmlComplaints(const QmlSources &sources)
{
    static const QRegularExpression formats(uR"re(\b(?:RichText|StyledText|AutoText|MarkdownText|textFormat)\b)re"_s);
    static const QRegularExpression scripted(uR"re(\.(?:text|title|placeholderText)\s*=[^=])re"_s);
    static const QRegularExpression shown(uR"re(^(?:.*\.)?(?:text|title|placeholderText|purpose|displayText)$)re"_s);
    QStringList found;
    for (auto source = sources.cbegin(); source != sources.cend(); ++source) {
        const QmlFile file = QmlFile::read(source.value());
        if (file.objects.isEmpty())
            found.append(u"%1: no QML"_s.arg(source.key()));
        if (source.key() == "PlainLabel"_L1 || source.key() == "ChatField"_L1) // have a test of their own
            continue;
        for (const QmlObject &object : file.objects) {
            if (isTextType(object.type))
                found.append(u"%1:%2: a %3"_s.arg(source.key()).arg(object.line).arg(object.type));
        }
        if (formats.match(file.bare).hasMatch())
            found.append(u"%1: a text format"_s.arg(source.key()));
        if (scripted.match(file.bare).hasMatch())
            found.append(u"%1: a script that writes a text"_s.arg(source.key()));
        for (const QmlStatement &statement : file.statements) {
            const QString property = statement.name.section(u'.', -1);
            const bool isAttached = statement.name.contains(u'.') && statement.name.front().isUpper();
            if (shown.match(statement.name).hasMatch() && isUntrustedText(statement.value)
                && (isAttached || !isAlwaysPlain(baseOf(statement.type, sources), property)))
                found.append(u"%1:%2: %3 of a %4 is %5"_s.arg(source.key())
                                 .arg(statement.line)
                                 .arg(statement.name, statement.type, statement.value));
        }
    }
    return found;
}

} // namespace islet::test
