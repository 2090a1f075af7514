// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/map/peerscene.h"

#include "app/look/personlook.h"
#include "base/displaytext.h"

#include <algorithm>

namespace islet {

namespace {

//! The initials in one number: as many people are drawn in each frame. Those of more than two UTF-16 units give way to
//! the address.
std::uint32_t packedInitials(const Address &address, const QString &name)
{
    QString letters = initialsOf(address, name);
    if (letters.size() > 2)
        letters = initialsOf(address);
    const std::uint32_t second = letters.size() > 1 ? letters[1].unicode() : 0U;
    return static_cast<std::uint32_t>(letters[0].unicode()) << 16U | second;
}

//! Fit to stand in one line beside somebody.
QString oneLine(const QString &text)
{
    QString line = displayText(text, 4 * Crowd::maxWords).simplified();
    if (line.size() > Crowd::maxWords)
        line = line.first(Crowd::maxWords - 1) + u'…';
    return line;
}

} // namespace

Crowd::Crowd(PeerDirectory &directory, Clock clock, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_clock(std::move(clock))
{
    connect(&directory, &PeerDirectory::peerMoved, this, &Crowd::onMoved);
    connect(&directory, &PeerDirectory::peerRemoved, this, &Crowd::onRemoved);
}

void Crowd::onMoved(const Address &address, const Placement &placement)
{
    const auto now = m_clock();
    Member *member = memberOf(address);
    const bool isNew = !member;
    if (isNew) {
        m_index.insert(address, m_members.size());
        member = &m_members.emplace_back();
        member->address = address;
        member->isTalking = m_talking.contains(address);
        dress(*member);
    }
    const bool wasStale = !isNew && now - member->lastMoved >= silenceUntilStale;
    const bool isMoving = member->motion.add(placement, now);
    member->lastMoved = now;
    // Who stands says so each second; nothing is to be drawn for that.
    if (isNew || wasStale || isMoving)
        emit changed();
}

void Crowd::onRemoved(const Address &address)
{
    const auto at = m_index.constFind(address);
    if (at == m_index.constEnd())
        return;
    const std::size_t index = *at;
    m_index.erase(at);
    m_words.remove(address);
    if (index + 1 < m_members.size()) {
        m_members[index] = std::move(m_members.back());
        m_index[m_members[index].address] = index;
    }
    m_members.pop_back();
    emit changed();
}

void Crowd::renew(const Address &address)
{
    if (Member *member = memberOf(address)) {
        dress(*member);
        emit changed();
    }
}

void Crowd::dress(Member &member) const
{
    const Profile *profile = m_profiles ? m_profiles->find(member.address) : nullptr;
    member.name = profile ? profile->name : QString();
    member.color = colorOf(member.address, profile).rgb();
    if (m_isIgnored && m_isIgnored(member.address))
        member.color = qRgb(qGray(member.color), qGray(member.color), qGray(member.color));
    member.initials = packedInitials(member.address, member.name);
}

QList<Crowd::Person> Crowd::people() const
{
    QList<Person> people;
    people.reserve(count());
    const auto now = m_clock();
    for (const Member &member : m_members)
        people.append(
            {member.address, member.motion.at(now), member.isTalking, QColor::fromRgb(member.color), member.name});
    return people;
}

const Crowd::Member *Crowd::find(const Address &address) const
{
    const auto index = m_index.constFind(address);
    return index == m_index.constEnd() ? nullptr : &m_members[*index];
}

Crowd::Member *Crowd::memberOf(const Address &address)
{
    const auto index = m_index.constFind(address);
    return index == m_index.constEnd() ? nullptr : &m_members[*index];
}

std::chrono::microseconds Crowd::silenceOf(const Member &member, std::chrono::microseconds now) const
{
    if (now - member.lastMoved < silenceUntilStale)
        return {};
    // They may have spoken since without saying where they are.
    const PeerDirectory::Peer *peer = m_directory.find(member.address);
    const auto silence = now - (peer ? std::max(peer->lastHeard, member.lastMoved) : member.lastMoved);
    return silence < silenceUntilStale ? std::chrono::microseconds(0) : silence;
}

void Crowd::setProfiles(const ProfileExchange &profiles)
{
    m_profiles = &profiles;
    connect(&profiles, &ProfileExchange::profileChanged, this, &Crowd::renew);
    dressAll();
}

void Crowd::setIgnored(std::function<bool(const Address &)> isIgnored)
{
    m_isIgnored = std::move(isIgnored);
    dressAll();
}

void Crowd::dressAll()
{
    for (Member &member : m_members)
        dress(member);
    emit changed();
}

void Crowd::setTalking(const QSet<Address> &people)
{
    const auto mark = [this](const QSet<Address> &who, bool isTalking) {
        for (const Address &address : who) {
            if (Member *member = memberOf(address))
                member->isTalking = isTalking;
        }
    };
    mark(m_talking, false);
    mark(people, true);
    m_talking = people;
    emit changed();
}

const Crowd::Words *Crowd::wordsOf(const Address &address) const
{
    const auto words = m_words.constFind(address);
    return words == m_words.constEnd() ? nullptr : &*words;
}

Crowd::Words *Crowd::openWords(const Address &address)
{
    Member *member = memberOf(address);
    if (!member)
        return nullptr;
    forgetOldWords();
    member->wordsUntil = m_clock() + wordsStay;
    return &m_words[address];
}

//! Makes room for one more.
void Crowd::forgetOldWords()
{
    const auto now = m_clock();
    m_words.removeIf([&](const auto &entry) { return entry.value().end() <= now; });
    if (m_words.size() < maxSpeakers)
        return;
    auto oldest = m_words.begin();
    for (auto words = m_words.begin(); words != m_words.end(); ++words) {
        if (words->end() < oldest->end())
            oldest = words;
    }
    if (Member *member = memberOf(oldest.key()))
        member->wordsUntil = {};
    m_words.erase(oldest);
}

void Crowd::showLine(const Address &address, const QString &text)
{
    const QString line = oneLine(text);
    if (Words *words = line.isEmpty() ? nullptr : openWords(address))
        setLine(*words, line);
}

void Crowd::showEmote(const Address &address, const QString &label)
{
    const QString sign = oneLine(label);
    if (Words *words = sign.isEmpty() ? nullptr : openWords(address))
        setEmote(*words, sign);
}

void Crowd::showMyLine(const QString &text)
{
    const QString line = oneLine(text);
    if (!line.isEmpty())
        setLine(m_mine, line);
}

void Crowd::showMyEmote(const QString &label)
{
    const QString sign = oneLine(label);
    if (!sign.isEmpty())
        setEmote(m_mine, sign);
}

void Crowd::setLine(Words &words, const QString &line)
{
    words.line = line;
    words.lineUntil = m_clock() + wordsStay;
    emit changed();
}

void Crowd::setEmote(Words &words, const QString &sign)
{
    constexpr qsizetype maxSign = 24;
    words.emote = sign.first(std::min(sign.size(), maxSign));
    words.emoteUntil = m_clock() + wordsStay;
    emit changed();
}

bool Crowd::isMoving() const
{
    const auto now = m_clock();
    return std::ranges::any_of(m_members, [now](const Member &member) { return member.motion.isMoving(now); });
}

} // namespace islet
