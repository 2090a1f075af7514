// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "qmlstatements.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStack>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

//! The source without comments and with empty strings; line breaks are kept.
QString withoutCommentsAndStrings(const QString &source)
{
    static const QRegularExpression covered(uR"re(//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')re"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    QString bare;
    qsizetype end = 0;
    for (auto matches = covered.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        bare += QStringView(source).sliced(end, match.capturedStart() - end);
        const bool isString = !match.capturedView().startsWith(u'/');
        bare += isString ? u"\"\""_s : QString(match.capturedView().count(u'\n'), u'\n');
        end = match.capturedEnd();
    }
    return bare + source.sliced(end);
}

//! The expression at `begin`: up to the end of its line, and further while brackets are open or the next line begins
//! with an operator.
QString expressionFrom(const QString &source, qsizetype begin)
{
    int open = 0;
    qsizetype end = begin;
    for (; end < source.size(); ++end) {
        const QChar c = source[end];
        if (u"([{"_s.contains(c))
            ++open;
        else if (u")]}"_s.contains(c) && --open < 0)
            break;
        else if (c == u';' && open == 0)
            break;
        else if (c == u'\n' && open == 0) {
            const QString next = source.sliced(end).trimmed();
            if (next.isEmpty() || !u"?:+-*/&|.<>="_s.contains(next.front()))
                break;
        }
    }
    return source.sliced(begin, end - begin).simplified();
}

} // namespace

QmlSources windowSources()
{
    QmlSources sources;
    QDirIterator files(QStringLiteral(ISLET_SOURCE "/qml"), {u"*.qml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            sources.insert(files.fileInfo().completeBaseName(), QString::fromUtf8(file.readAll()));
    }
    return sources;
}

QmlFile QmlFile::read(const QString &source)
{
    static const QRegularExpression objectEnd(uR"re((?:^|[^\w.])([A-Z]\w*(?:\.[A-Z]\w*)*)\s*$)re"_s);
    static const QRegularExpression assignment(uR"re((?:^|[\n;{])\s*((?:[A-Za-z]\w*\.)*[A-Za-z]\w*)\s*:\s*)re"_s);
    QmlFile file;
    file.bare = withoutCommentsAndStrings(source);

    // The object that each character belongs to.
    QList<int> objectOf(file.bare.size() + 1, -1);
    QStack<int> enclosing;
    enclosing.push(-1);
    int line = 1;
    qsizetype candidateStart = 0; // where a possible type name begins
    for (qsizetype i = 0; i < file.bare.size(); ++i) {
        const QChar c = file.bare[i];
        if (c == u'\n')
            ++line;
        if (c == u'{') {
            const auto named = objectEnd.match(file.bare.sliced(candidateStart, i - candidateStart));
            if (named.hasMatch()) {
                file.objects.append({named.captured(1), line});
                enclosing.push(int(file.objects.size()) - 1);
            } else {
                enclosing.push(enclosing.top()); // a group such as font, or a script
            }
        } else if (c == u'}' && enclosing.size() > 1) {
            enclosing.pop();
        }
        if (u"{};"_s.contains(c))
            candidateStart = i + 1;
        objectOf[i] = enclosing.top();
    }

    for (auto matches = assignment.globalMatch(file.bare); matches.hasNext();) {
        const auto match = matches.next();
        const int object = objectOf[match.capturedStart(1)];
        if (object >= 0) {
            file.statements.append({file.objects[object].type, match.captured(1),
                                    expressionFrom(file.bare, match.capturedEnd()),
                                    int(file.bare.first(match.capturedStart(1)).count(u'\n')) + 1});
        }
    }
    return file;
}

} // namespace islet::test
