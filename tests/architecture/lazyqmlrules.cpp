// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "lazyqmlrules.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

const QString unknownType;

struct Declared {
    QString type; //!< unknownType for an alias
    bool isRequired = false;
};

//! The properties that a type of ours declares at its root, with those of its base types of ours.
QHash<QString, Declared> propertiesOf(const QString &type, const QmlSources &sources)
{
    static const QRegularExpression declaration(
        uR"re(^    (?:default )?(required )?(?:readonly )?property ([\w.<>]+) (\w+))re"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression assignment(uR"re(^    (\w+):)re"_s, QRegularExpression::MultilineOption);
    if (!sources.contains(type))
        return {{u"x"_s, {u"real"_s}}, {u"y"_s, {u"real"_s}}, {u"visible"_s, {u"bool"_s}}};
    const QmlFile file = QmlFile::read(sources[type]);
    QHash<QString, Declared> found = propertiesOf(file.objects.value(0).type, sources);
    for (auto matches = assignment.globalMatch(file.bare); matches.hasNext();) {
        const auto inherited = found.find(matches.next().captured(1));
        if (inherited != found.end())
            inherited->isRequired = false;
    }
    for (auto matches = declaration.globalMatch(file.bare); matches.hasNext();) {
        const auto match = matches.next();
        const bool isAlias = match.captured(2) == "alias"_L1;
        found.insert(match.captured(3), {isAlias ? unknownType : match.captured(2), match.hasCaptured(1)});
    }
    return found;
}

//! Whether `type` is `base`, or one of our types derived from it.
bool isA(QString type, const QString &base, const QmlSources &sources)
{
    while (type != base && sources.contains(type))
        type = QmlFile::read(sources[type]).objects.value(0).type;
    return type == base;
}

//! The type of an expression like `root.room.connection` in this file, or unknownType.
QString typeOf(const QString &expression, const QString &fileType, const QmlSources &sources,
               const ModelProperties &models)
{
    QStringList names = expression.split(u'.');
    const QString id = names.takeFirst();
    QString type = id == "root"_L1 ? fileType : unknownType;
    for (const QmlStatement &statement : QmlFile::read(sources[fileType]).statements) {
        if (id != "root"_L1 && statement.name == "id"_L1 && statement.value == id)
            type = statement.type;
    }
    for (const QString &name : names)
        type = models.contains(type) ? models[type].value(name) : propertiesOf(type, sources).value(name).type;
    return type;
}

//! One file loaded by name.
struct Lazy {
    QString from; //!< the type whose file loads it
    QString type;
    QHash<QString, QString> initial; //!< expressions by property
};

QList<Lazy> lazyLoadsOf(const QString &fileType, const QString &source)
{
    static const QRegularExpression load(
        uR"re((?:(?:setSource|show)\(|file: )"(\w+)\.qml"(?:,|\s+initialProperties: \()\s*\{([^}]*)\})re"_s);
    static const QRegularExpression property(uR"re((\w+): (?:Qt\.binding\(\(\) => ([^)]*)\)|([^,]*[^,\s])))re"_s);
    QList<Lazy> found;
    for (auto loads = load.globalMatch(source); loads.hasNext();) {
        const auto match = loads.next();
        Lazy lazy{fileType, match.captured(1), {}};
        for (auto properties = property.globalMatch(match.captured(2)); properties.hasNext();) {
            const auto given = properties.next();
            lazy.initial.insert(given.captured(1), given.captured(2) + given.captured(3));
        }
        found.append(lazy);
    }
    return found;
}

QStringList complaintsAbout(const Lazy &lazy, const QmlSources &sources, const ModelProperties &models)
{
    const QString where = u"%1 loads %2: "_s.arg(lazy.from, lazy.type);
    if (!sources.contains(lazy.type))
        return {where + u"no such file"_s};
    QStringList found;
    const auto declared = propertiesOf(lazy.type, sources);
    for (auto given = lazy.initial.cbegin(); given != lazy.initial.cend(); ++given) {
        if (!declared.contains(given.key())) {
            found.append(where + u"it has no property %1"_s.arg(given.key()));
            continue;
        }
        const QString wanted = declared[given.key()].type;
        const QString type = typeOf(given.value(), lazy.from, sources, models);
        const bool isObject = !wanted.isEmpty() && wanted.front().isUpper();
        if (isObject && !isA(type, wanted, sources))
            found.append(where + u"%1 is %2, not %3"_s.arg(given.key(), type.isEmpty() ? given.value() : type, wanted));
    }
    for (auto property = declared.cbegin(); property != declared.cend(); ++property) {
        if (property->isRequired && !lazy.initial.contains(property.key()))
            found.append(where + u"%1 is missing"_s.arg(property.key()));
    }
    return found;
}

} // namespace

ModelProperties windowModels()
{
    static const QRegularExpression declaration(
        uR"re(\bclass (\w+)(?: final)? : public|Q_PROPERTY\((?:islet::)?(\w+) \*(\w+) READ)re"_s);
    ModelProperties found;
    QDirIterator headers(QStringLiteral(ISLET_SOURCE "/app"), {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (headers.hasNext()) {
        QFile header(headers.next());
        if (!header.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(header.fileName()));
        const QString source = QString::fromUtf8(header.readAll());
        QString model;
        for (auto matches = declaration.globalMatch(source); matches.hasNext();) {
            const auto match = matches.next();
            if (match.hasCaptured(1))
                model = match.captured(1);
            else
                found[model].insert(match.captured(3), match.captured(2));
        }
    }
    return found;
}

QStringList lazyQmlComplaints(const QmlSources &sources, const ModelProperties &models)
{
    static const QRegularExpression named(uR"re("\w+\.qml")re"_s);
    QStringList found;
    for (auto source = sources.cbegin(); source != sources.cend(); ++source) {
        const QList<Lazy> loads = lazyLoadsOf(source.key(), source.value());
        if (loads.size() != source.value().count(named))
            found.append(u"%1: a file name that is not loaded in a known way"_s.arg(source.key()));
        for (const Lazy &lazy : loads)
            found += complaintsAbout(lazy, sources, models);
    }
    return found;
}

} // namespace islet::test
