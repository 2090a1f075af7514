// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "rules.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet::architecture {

namespace {

QString fault(const SourceFile &file, qsizetype line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(file.path).arg(line).arg(what);
}

bool isHeader(const SourceFile &file)
{
    return file.path.endsWith(u".h"_s);
}

bool isCpp(const SourceFile &file)
{
    return isHeader(file) || file.path.endsWith(u".cpp"_s);
}

bool isIn(const SourceFile &file, QStringView folder)
{
    return file.path.startsWith(folder);
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

bool isPrivate(const SourceFile &file)
{
    static const QRegularExpression mark(u"^// Private to this folder\\b"_s, QRegularExpression::MultilineOption);
    return isIn(file, u"src/") && isHeader(file) && mark.match(file.content).hasMatch();
}

bool isHiddenLibrary(const QString &include)
{
    static const QRegularExpression library(
        u"\\.pb\\.h$|^(QtWebSockets/?)?QWebSocket|^QtWebSockets$|^secp256k1(_\\w+)?\\.h$|^(qt\\w*keychain/"
        u")?keychain\\.h$|"
        "^(opus/)?opus(_\\w+)?\\.h$|^(QtMultimedia/?)?Q(Audio|Media)|^QtMultimedia|^gst/|^(curl/)?curl\\.h$|"
        "^sqlite3\\.h$"_s);
    return library.match(include).hasMatch();
}

//! Whether a header belongs to Qt Gui, QML, Quick or Widgets.
bool isGuiHeader(const QString &include)
{
    static const QRegularExpression named(u"^Qt(Gui|Qml|Quick\\w*|Widgets)(/|$)|^Q(Qml|Quick|Gui|SG)[A-Z]"_s);
    if (named.match(include).hasMatch())
        return true;
    for (const auto module : {"QtGui"_L1, "QtQml"_L1, "QtQuick"_L1, "QtWidgets"_L1}) {
        const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath) + u'/' + module + u'/' + include;
        const QString framework =
            QLibraryInfo::path(QLibraryInfo::LibrariesPath) + u'/' + module + u".framework/Headers/"_s + include;
        if (QFileInfo(headers).isFile() || QFileInfo(framework).isFile())
            return true;
    }
    return false;
}

template<typename Check> QStringList forEachInclude(const QList<SourceFile> &files, Check check)
{
    QStringList faults;
    for (const SourceFile &file : files) {
        if (!isCpp(file))
            continue;
        for (const Include &include : includesOf(file)) {
            if (const QString what = check(file, include); !what.isEmpty())
                faults.append(fault(file, include.line, what));
        }
    }
    return faults;
}

} // namespace

QList<SourceFile> readTree(const QString &root)
{
    QList<SourceFile> files;
    QDirIterator entries(root, QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    static const QRegularExpression ignored(u"^(build[^/]*|\\.git|\\.cache)/|(^|/)node_modules/|\\.user$"_s);
    while (entries.hasNext()) {
        QFile file(entries.next());
        const QString path = QDir(root).relativeFilePath(file.fileName());
        constexpr qint64 largest = 1024 * 1024; // larger than any text file of the repository
        if (ignored.match(path).hasMatch() || file.size() > largest || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray content = file.readAll();
        if (!content.contains('\0')) // not binary
            files.append({path, QString::fromUtf8(content)});
    }
    return files;
}

QList<Include> includesOf(const SourceFile &file)
{
    static const QRegularExpression directive(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    QList<Include> found;
    const auto lines = file.content.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const auto match = directive.match(lines[i]); match.hasMatch())
            found.append({match.captured(2), match.captured(1) == u"\"", i + 1});
    }
    return found;
}

QStringList exposedLibraries(const QList<SourceFile> &files)
{
    return forEachInclude(files, [](const SourceFile &file, const Include &include) {
        const bool isPublic = isIn(file, u"app/") || (isIn(file, u"src/") && isHeader(file) && !isPrivate(file));
        // Elsewhere it would be loaded at start.
        const bool isStrayCurl = include.name == "curl/curl.h"_L1 && !isIn(file, u"src/net/curl/");
        return isStrayCurl || (isPublic && isHiddenLibrary(include.name))
            ? u"%1 is included outside its one .cpp"_s.arg(include.name)
            : QString();
    });
}

QStringList borrowedPrivateHeaders(const QList<SourceFile> &files)
{
    QSet<QString> privates;
    QSet<QString> publics;
    for (const SourceFile &file : files) {
        if (isIn(file, u"src/") && isHeader(file))
            (isPrivate(file) ? privates : publics).insert(file.path);
    }
    return forEachInclude(files, [&](const SourceFile &file, const Include &include) {
        const QString header = u"src/"_s + include.name;
        if (!privates.contains(header) || isIn(file, u"tests/") || isIn(file, u"bench/"))
            return QString();
        if (folderOf(header) != folderOf(file.path))
            return u"%1 is private to its folder"_s.arg(include.name);
        return publics.contains(file.path) ? u"a public header includes the private %1"_s.arg(include.name) : QString();
    });
}

QStringList guiBelowWindow(const QList<SourceFile> &files)
{
    return forEachInclude(files, [](const SourceFile &file, const Include &include) {
        const bool below = isIn(file, u"src/") || isIn(file, u"app/ctl/") || isIn(file, u"app/remote/")
            || isIn(file, u"app/protocols.");
        return below && isGuiHeader(include.name) ? u"%1 belongs to Qt Gui, QML or Quick"_s.arg(include.name)
                                                  : QString();
    });
}

QStringList oversizedViews(const QList<SourceFile> &files)
{
    constexpr qsizetype mostLines = 200;
    QStringList faults;
    for (const SourceFile &file : files) {
        static const QRegularExpression script(u"\\.[mc]?js$"_s);
        const qsizetype lines = file.content.count(u'\n');
        if (isIn(file, u"qml/") && script.match(file.path).hasMatch())
            faults.append(fault(file, 1, u"a script in qml/"_s));
        if (file.path.endsWith(u".qml"_s) && lines > mostLines)
            faults.append(fault(file, lines, u"a view of more than %1 lines"_s.arg(mostLines)));
    }
    return faults;
}

QStringList hiddenGlobals(const QList<SourceFile> &files)
{
    static const QRegularExpression inCode(
        u"\\bQML_SINGLETON\\b|\\bqmlRegisterSingleton|\\bsetContextProperty\\b|\\bqApp\\s*->\\s*(setP|p)roperty\\b"_s);
    static const QRegularExpression inViews(u"^\\s*pragma Singleton\\b"_s);
    QStringList faults;
    for (const SourceFile &file : files) {
        const bool isCode = isCpp(file) && (isIn(file, u"src/") || isIn(file, u"app/"));
        const bool isView =
            isIn(file, u"qml/") && file.path.endsWith(u".qml"_s) && !file.path.endsWith(u"/Theme.qml"_s);
        if (!isCode && !isView)
            continue;
        const auto lines = file.content.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if ((isCode ? inCode : inViews).match(lines[i]).hasMatch())
                faults.append(fault(file, i + 1, u"a global: %1"_s.arg(lines[i].trimmed())));
        }
    }
    return faults;
}

QStringList longFiles(const QList<SourceFile> &files)
{
    constexpr qsizetype mostLines = 350;
    QStringList faults;
    for (const SourceFile &file : files) {
        const qsizetype lines = file.content.count(u'\n');
        if (isCpp(file) && lines > mostLines)
            faults.append(fault(file, lines, u"more than %1 lines"_s.arg(mostLines)));
    }
    return faults;
}

QStringList crowdedFolders(const QList<SourceFile> &files)
{
    constexpr qsizetype mostClasses = 40;
    QMap<QString, QSet<QString>> classes;
    for (const SourceFile &file : files) {
        if (isCpp(file) && (isIn(file, u"src/") || isIn(file, u"app/") || isIn(file, u"tests/")))
            classes[folderOf(file.path)].insert(QFileInfo(file.path).completeBaseName());
    }
    QStringList faults;
    for (auto folder = classes.cbegin(); folder != classes.cend(); ++folder) {
        if (folder->size() > mostClasses)
            faults.append(u"%1: %2 classes, at most %3"_s.arg(folder.key()).arg(folder->size()).arg(mostClasses));
    }
    return faults;
}

QStringList missingLicences(const QList<SourceFile> &files)
{
    static const QSet<QString> suffixes{u"cpp"_s, u"h"_s,  u"qml"_s, u"proto"_s, u"cmake"_s, u"mjs"_s,
                                        u"js"_s,  u"py"_s, u"sh"_s,  u"ps1"_s,   u"in"_s};
    static const QRegularExpression licence(
        u"\\A(#![^\\n]*\\n)?\\W*SPDX-FileCopyrightText: The Islet authors\\n\\W*SPDX-License-Identifier: Apache-2\\.0\\n"_s);
    QStringList faults;
    for (const SourceFile &file : files) {
        const QString name = file.path.section(u'/', -1);
        const bool isSource = suffixes.contains(QFileInfo(name).suffix()) || name == u"CMakeLists.txt"
            || file.content.startsWith(u"#!"_s);
        if (isSource && !licence.match(file.content).hasMatch())
            faults.append(fault(file, 1, u"does not begin with the two SPDX lines"_s));
    }
    return faults;
}

QStringList externalPaths(const QList<SourceFile> &files)
{
    // The brackets keep this file from matching itself.
    static const QRegularExpression outside(u"\\.\\./share[d]\\b|/wor[k]/(share[d]|mai[n])\\b"_s);
    QStringList faults;
    for (const SourceFile &file : files) {
        const auto lines = file.content.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (outside.match(lines[i]).hasMatch())
                faults.append(fault(file, i + 1, u"names a path outside the repository"_s));
        }
    }
    return faults;
}

} // namespace islet::architecture
