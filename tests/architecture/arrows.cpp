// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "arrows.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <optional>

using namespace Qt::StringLiterals;

namespace islet::architecture {

namespace {

//! The arrows as drawn: a folder may include these folders and, transitively, what they may include. "src" stands for
//! all of src/ except src/webrtc, a separate module.
const QHash<QString, QStringList> &arrows()
{
    static const QHash<QString, QStringList> table{
        {u"src/base"_s, {}},
        {u"src/identity"_s, {u"src/base"_s}},
        {u"src/protocol"_s, {u"src/identity"_s, u"proto"_s}},
        {u"src/net"_s, {u"src/identity"_s}},
        {u"src/net/curl"_s, {u"src/net"_s}},
        {u"src/server"_s, {u"src/protocol"_s}},
        {u"src/comms"_s, {u"src/net"_s, u"src/protocol"_s}},
        {u"src/comms/transports"_s, {u"src/comms"_s}},
        {u"src/sim"_s, {u"src/comms"_s}},
        {u"src/audio"_s, {u"src/base"_s}},
        {u"src/audio/system"_s, {u"src/audio"_s}},
        {u"src/voice"_s, {u"src/audio"_s, u"src/comms"_s}},
        {u"src/webrtc"_s, {u"src/base"_s}},
        {u"src/livekit"_s, {u"src/webrtc"_s, u"src/comms"_s}},
        {u"src/p2p"_s, {u"src/webrtc"_s, u"src/comms"_s}},
        {u"src/nats"_s, {u"src/comms"_s}},
        {u"src/qa/record"_s, {u"src/comms"_s, u"src/sim"_s, u"src/server"_s}},
        {u"src/qa/inspect"_s, {u"src/qa/record"_s}},
        {u"src/qa/replay"_s, {u"src/qa/record"_s}},
        {u"src/qa/faults"_s, {u"src/comms"_s, u"src/sim"_s, u"src/server"_s}},
        {u"src/qa/bots"_s, {u"src/qa/faults"_s}},
        {u"src/qa/check"_s, {u"src/qa/record"_s, u"src/qa/bots"_s}},
        {u"app/platform"_s, {u"src"_s}},
        {u"app/look"_s, {u"src"_s, u"app/platform"_s}},
        {u"app/me"_s, {u"src"_s, u"app/look"_s}},
        {u"app/session"_s, {u"src"_s, u"app/look"_s}},
        {u"app/chat"_s, {u"src"_s, u"app/look"_s}},
        {u"app/people"_s, {u"src"_s, u"app/me"_s}},
        {u"app/map"_s, {u"src"_s, u"app/me"_s}},
        {u"app/voice"_s, {u"src"_s, u"app/people"_s}},
        {u"app/qa"_s, {u"src"_s, u"app/look"_s}},
        {u"app/remote"_s, {u"src/base"_s}},
        {u"app/window"_s,
         {u"src"_s, u"app/chat"_s, u"app/map"_s, u"app/qa"_s, u"app/remote"_s, u"app/session"_s, u"app/voice"_s}},
        {u"app/ctl"_s, {u"src"_s, u"app/remote"_s, u"app/protocols.h"_s}},
    };
    return table;
}

//! What single files may include beyond what their folder may: the protocol list and the object graph.
const QHash<QString, QStringList> &arrowsOfFiles()
{
    static const QHash<QString, QStringList> table{
        {u"app/protocols.h"_s, {u"src"_s}},
        {u"app/protocols.cpp"_s, {u"src"_s, u"src/webrtc"_s, u"src/livekit"_s}},
        {u"app/main.cpp"_s, {u"src"_s, u"app/window"_s, u"app/protocols.h"_s, u"bench/window"_s}},
    };
    return table;
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

//! Only src/protocol includes proto/, so the arrow to it is not transitive.
bool isTransitive(const QString &folder)
{
    return folder != "proto"_L1;
}

bool leadsTo(const QStringList &targets, const QString &folder, const QString &file, QSet<QString> &visited, int depth)
{
    for (const QString &target : targets) {
        if (target == folder || target == file)
            return depth == 0 || isTransitive(target);
        const bool isAnyOfSrc = target == "src"_L1 && folder.startsWith("src/"_L1) && folder != "src/webrtc"_L1;
        if (isAnyOfSrc)
            return true;
        if (visited.contains(target))
            continue;
        visited.insert(target);
        if (leadsTo(arrows().value(target), folder, file, visited, depth + 1))
            return true;
    }
    return false;
}

bool isAllowed(const QString &from, const QString &to)
{
    const QString folder = folderOf(from);
    QSet<QString> visited;
    return folder == folderOf(to)
        || leadsTo(arrows().value(folder) + arrowsOfFiles().value(from), folderOf(to), to, visited, 0);
}

//! The files of the repository, by path and by name.
struct Tree {
    explicit Tree(const QList<SourceFile> &files)
    {
        for (const SourceFile &file : files) {
            paths.insert(file.path);
            if (file.path.startsWith("src/"_L1) || file.path.startsWith("app/"_L1))
                byName.insert(file.path.section(u'/', -1), file.path);
        }
    }

    //! The file that an include names; std::nullopt for a library header.
    std::optional<QString> find(const QString &from, const QString &name) const
    {
        const QString beside = folderOf(from) + u'/' + name;
        if (paths.contains(beside))
            return beside;
        for (const QString &path : {u"src/"_s + name, name, u"proto/"_s + name}) {
            if (paths.contains(path))
                return path;
        }
        if (name.endsWith(".pb.h"_L1))
            return u"proto/"_s + name;
        const bool isBare = !name.contains(u'/') && byName.contains(name);
        return isBare ? std::optional(byName.value(name)) : std::nullopt;
    }

    QSet<QString> paths;
    QHash<QString, QString> byName;
};

QString faultOf(const Tree &tree, const SourceFile &file, const Include &include)
{
    const QString folder = folderOf(file.path);
    if (include.name.contains(".."_L1))
        return u"%1 hides its folder"_s.arg(include.name);
    // Tests and benchmarks may include everything; the programs may include none of them.
    const bool isOfTests = include.name.startsWith("tests/"_L1) || include.name.startsWith("bench/"_L1);
    const auto target = isOfTests ? std::optional(include.name) : tree.find(file.path, include.name);
    if (!target)
        return include.isQuoted && include.name.contains(u'/')
            ? u"%1 is in no folder of the architecture"_s.arg(include.name)
            : QString();
    if (!include.name.contains(u'/') && folderOf(*target) != "proto"_L1)
        return u"%1 hides its folder; include it as folder/name"_s.arg(include.name);
    return isAllowed(file.path, *target) ? QString() : u"%1 may not include %2"_s.arg(folder, include.name);
}

} // namespace

QStringList forbiddenArrows(const QList<SourceFile> &files)
{
    const Tree tree(files);
    QStringList faults;
    for (const SourceFile &file : files) {
        const bool isProduct = file.path.startsWith("src/"_L1) || file.path.startsWith("app/"_L1);
        static const QRegularExpression cpp(u"\\.(cpp|h)$"_s);
        // voicetable is a separate program that generates a header.
        if (!isProduct || !cpp.match(file.path).hasMatch() || file.path.startsWith("src/sim/voicetable/"_L1))
            continue;
        const bool isPlanned = arrows().contains(folderOf(file.path)) || arrowsOfFiles().contains(file.path);
        if (!isPlanned)
            faults.append(u"%1:1: not in a folder of the architecture"_s.arg(file.path));
        const auto includes = includesOf(file);
        for (const Include &include : includes) {
            if (const QString fault = isPlanned ? faultOf(tree, file, include) : QString(); !fault.isEmpty())
                faults.append(u"%1:%2: %3"_s.arg(file.path).arg(include.line).arg(fault));
        }
    }
    return faults;
}

QStringList plannedFolders()
{
    QStringList folders = arrows().keys();
    folders.sort();
    return folders;
}

bool mayInclude(const QString &folder, const QString &other)
{
    return isAllowed(folder + u"/from.cpp"_s, other + u"/to.h"_s);
}

} // namespace islet::architecture
