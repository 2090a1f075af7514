// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "identity/identityindex.h"

#include "base/quoted.h"
#include "base/sentence.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

const auto group = u"identities/"_s;
const auto currentKey = u"identities/current"_s;

QString textOf(IdentityEntry::Kind kind)
{
    return kind == IdentityEntry::Kind::Key ? u"key"_s : u"chain"_s;
}

QString textOf(IdentityEntry::Place place)
{
    return place == IdentityEntry::Place::Keychain ? u"keychain"_s : u"file"_s;
}

bool isVisible(char32_t c)
{
    if (c == QChar::ReplacementCharacter) // also the result for an unpaired surrogate
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return true;
    }
}

//! An id names a file and a keychain entry, so only ids in the form we generate are accepted.
bool isId(const QString &text)
{
    return QUuid::fromString(text).toString(QUuid::WithoutBraces) == text;
}

std::optional<IdentityEntry> readEntry(const QSettings &settings, const QString &id)
{
    const auto value = [&](QLatin1StringView member) { return settings.value(group + id + u'/' + member).toString(); };
    const auto name = IdentityIndex::checkName(value("name"_L1));
    const auto address = Address::parse(value("address"_L1));
    const QString kind = value("kind"_L1);
    const QString place = value("store"_L1);
    if (!isId(id) || !name || !address)
        return std::nullopt;
    IdentityEntry entry{id, *name, *address};
    if (kind == textOf(IdentityEntry::Kind::Chain)) {
        entry.kind = IdentityEntry::Kind::Chain;
        entry.expiration = QDateTime::fromString(value("expiration"_L1), Qt::ISODateWithMs);
        if (!entry.expiration->isValid())
            return std::nullopt;
    } else if (kind != textOf(IdentityEntry::Kind::Key)) {
        return std::nullopt;
    }
    if (place == textOf(IdentityEntry::Place::File))
        entry.place = IdentityEntry::Place::File;
    else if (place != textOf(IdentityEntry::Place::Keychain))
        return std::nullopt;
    return entry;
}

bool sameName(QStringView left, QStringView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

} // namespace

IdentityIndex::IdentityIndex(QSettings &settings)
    : m_settings(settings)
{
    read();
}

Expected<QString> IdentityIndex::checkName(QStringView text)
{
    const QString name = text.trimmed().toString().normalized(QString::NormalizationForm_C);
    const auto characters = name.toUcs4();
    if (characters.isEmpty() || characters.size() > maxNameLength) {
        return failure(ErrorCode::InvalidInput,
                       Sentence::tr("A name must have 1 to %1 characters; this one has %2.")
                           .arg(maxNameLength)
                           .arg(characters.size()));
    }
    if (!std::ranges::all_of(characters, isVisible)) {
        return failure(
            ErrorCode::InvalidInput,
            Sentence::tr("The name %1 contains an invisible character. Choose another name.").arg(quoted(name)));
    }
    return name;
}

bool IdentityIndex::reload()
{
    const auto before = std::pair(m_entries, m_currentId);
    m_settings.sync();
    read();
    return before != std::pair(m_entries, m_currentId);
}

void IdentityIndex::read()
{
    m_currentId = m_settings.value(currentKey).toString();
    m_entries.clear();
    m_settings.beginGroup(u"identities"_s);
    const QStringList ids = m_settings.childGroups();
    m_settings.endGroup();
    for (const QString &id : ids) {
        const auto entry = m_entries.size() < maxEntries ? readEntry(m_settings, id) : std::nullopt;
        if (entry && !find(entry->name))
            m_entries.append(*entry);
    }
    std::ranges::sort(m_entries, [](const IdentityEntry &left, const IdentityEntry &right) {
        return left.name.compare(right.name, Qt::CaseInsensitive) < 0;
    });
}

Expected<IdentityEntry> IdentityIndex::find(QStringView name) const
{
    const QString wanted = name.trimmed().toString().normalized(QString::NormalizationForm_C);
    const auto found =
        std::ranges::find_if(m_entries, [&](const IdentityEntry &entry) { return sameName(entry.name, wanted); });
    if (found == m_entries.end())
        return failure(ErrorCode::NotFound,
                       Sentence::tr("There is no identity named %1.").arg(quotedWithoutKeys(wanted)));
    return *found;
}

std::optional<IdentityEntry> IdentityIndex::findById(QStringView id) const
{
    const auto found = std::ranges::find(m_entries, id, &IdentityEntry::id);
    return found == m_entries.end() ? std::nullopt : std::optional(*found);
}

std::optional<IdentityEntry> IdentityIndex::current() const
{
    if (const auto chosen = findById(m_currentId))
        return chosen;
    return m_entries.isEmpty() ? std::nullopt : std::optional(m_entries.constFirst());
}

Expected<void> IdentityIndex::put(const IdentityEntry &entry)
{
    const QString prefix = group + entry.id + u'/';
    m_settings.setValue(prefix + u"name"_s, entry.name);
    m_settings.setValue(prefix + u"address"_s, entry.address.toLower());
    m_settings.setValue(prefix + u"kind"_s, textOf(entry.kind));
    m_settings.setValue(prefix + u"store"_s, textOf(entry.place));
    if (entry.expiration)
        m_settings.setValue(prefix + u"expiration"_s, entry.expiration->toUTC().toString(Qt::ISODateWithMs));
    const auto before = findById(entry.id);
    auto done = save();
    if (!done && before) // a rename: restore the old name
        m_settings.setValue(prefix + u"name"_s, before->name);
    else if (!done)
        m_settings.remove(group + entry.id);
    read();
    return done;
}

Expected<void> IdentityIndex::remove(const QString &id)
{
    m_settings.remove(group + id);
    if (m_currentId == id)
        m_settings.remove(currentKey);
    auto done = save();
    read();
    return done;
}

Expected<void> IdentityIndex::setCurrent(const QString &id)
{
    m_settings.setValue(currentKey, id);
    auto done = save();
    read();
    return done;
}

Expected<void> IdentityIndex::save()
{
    m_settings.sync();
    if (m_settings.status() == QSettings::NoError)
        return {};
    return failure(
        ErrorCode::FileUnwritable,
        Sentence::tr("Couldn't save the list of identities in the settings %1. Check whether the disk is full.")
            .arg(quoted(m_settings.fileName())));
}

} // namespace islet
