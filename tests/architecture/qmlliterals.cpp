// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "qmlliterals.h"

#include "qmlstatements.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

constexpr double maxLiteral = 2;

//! The source without comments; line breaks are kept.
QString withoutComments(const QString &source)
{
    static const QRegularExpression covered(uR"re(("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/)re"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    QString bare;
    qsizetype end = 0;
    for (auto matches = covered.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        bare += QStringView(source).sliced(end, match.capturedStart() - end);
        bare += match.hasCaptured(1) ? match.captured(1) : QString(match.capturedView().count(u'\n'), u'\n');
        end = match.capturedEnd();
    }
    return bare + source.sliced(end);
}

//! Whether the property is a size or a time, in pixels or milliseconds.
bool isMeasure(const QString &name)
{
    static const QRegularExpression measures(
        uR"re(^(?:.*\.)?(?:(?:\w*[wW]idth|\w*[hH]eight|\w*[mM]argins?|\w*[pP]adding|\w*[sS]pacing|\w*[rR]adius)|)re"
        uR"re((?:top|bottom|left|right)Inset|x|y|pixelSize|pointSize|duration|interval|delay|timeout)$)re"_s);
    return measures.match(name).hasMatch();
}

//! The first number above 2 in an expression that does not multiply or divide anything.
QString bareNumber(const QString &expression)
{
    static const QRegularExpression number(uR"re((?<![\w.])(\d+(?:\.\d+)?)(?![\w.]))re"_s);
    static const QRegularExpression factorBefore(uR"re([*/]\s*$)re"_s);
    static const QRegularExpression factorAfter(uR"re(^\s*[*/])re"_s);
    static const QRegularExpression compared(uR"re([<>=]\s*$)re"_s);
    for (auto matches = number.globalMatch(expression); matches.hasNext();) {
        const auto match = matches.next();
        const QString before = expression.first(match.capturedStart());
        const QString after = expression.sliced(match.capturedEnd());
        const bool isFactor = factorBefore.match(before).hasMatch() || factorAfter.match(after).hasMatch();
        if (match.captured(1).toDouble() > maxLiteral && !isFactor && !compared.match(before).hasMatch())
            return match.captured(1);
    }
    return {};
}

} // namespace

QStringList literalComplaints(const QmlSources &sources)
{
    static const QRegularExpression hexColor(uR"re("#[0-9A-Fa-f]{3,8}")re"_s);
    static const QRegularExpression namedColor(uR"re(\b\w*[cC]olor\s*:[^\n]*"(?!transparent")[a-z]+")re"_s);
    static const QRegularExpression madeColor(uR"re(\bQt\.(?:rgba|hsla|hsva|color|lighter|darker|tint|alpha)\b)re"_s);
    QStringList found;
    for (auto source = sources.cbegin(); source != sources.cend(); ++source) {
        if (source.key() == "Theme"_L1)
            continue;
        const QString bare = withoutComments(source.value());
        for (const auto &color : {hexColor, namedColor, madeColor}) {
            if (const auto match = color.match(bare); match.hasMatch())
                found.append(u"%1: a colour, %2"_s.arg(source.key(), match.captured().simplified()));
        }
        for (const QmlStatement &statement : QmlFile::read(source.value()).statements) {
            const QString number = isMeasure(statement.name) ? bareNumber(statement.value) : QString();
            if (!number.isEmpty())
                found.append(u"%1:%2: %3 is %4"_s.arg(source.key()).arg(statement.line).arg(statement.name, number));
        }
    }
    return found;
}

QStringList glyphComplaints(const QmlSources &sources)
{
    // A word may end in an ellipsis; a symbol alone must be an Icon.
    static const QRegularExpression sign(uR"re(\btext\s*:[^\n]*"[^\w\s"]{1,2}")re"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList found;
    for (auto source = sources.cbegin(); source != sources.cend(); ++source) {
        if (const auto match = sign.match(withoutComments(source.value())); match.hasMatch())
            found.append(u"%1: a sign in letters, %2"_s.arg(source.key(), match.captured().simplified()));
    }
    return found;
}

} // namespace islet::test
